/** The policy of AWS that gives all of CloudShell, where somebody has it. */
import { defineCheck } from '@security-monkey/sdk';
import { policyName } from '../config.ts';
import { attachedTo, managedPolicy } from '../example.ts';
import { isHolder } from '../family/holder.ts';
import { iamPolicy } from '../watcher.ts';

const cloudShell = 'arn:aws:iam::aws:policy/AWSCloudShellFullAccess';
const subject = { policy: 'AWSCloudShellFullAccess' };

export const cloudshellFullAccessAttached = defineCheck({
  id: 'aws.iam-policy.cloudshell-full-access-attached',
  watcher: iamPolicy,
  version: 1,
  score: 1,
  category: 'sensitive-permissions',
  title: 'AWSCloudShellFullAccess is attached',
  why: 'Whoever has this policy may move files to and from CloudShell and has root rights and the internet there: a way to carry data out that few watch.',
  fix: 'Detach the policy. Give those who need CloudShell a policy that does not allow file upload and download.',
  links: ['https://docs.aws.amazon.com/cloudshell/latest/userguide/sec-auth-with-identities.html'],
  frameworks: { 'cis-aws-7.0': ['2.20'] },
  messages: { attached: '{policy} is attached' },
  needs: ['attachments'],
  examples: {
    good: [
      { name: 'attached to nobody', config: managedPolicy({ Arn: cloudShell }), related: attachedTo() },
      {
        name: 'a boundary gives nothing',
        config: managedPolicy({ Arn: cloudShell }),
        related: attachedTo('boundary of role'),
      },
      {
        name: "the account's own policy of that name",
        config: managedPolicy({ Arn: 'arn:aws:iam::111122223333:policy/AWSCloudShellFullAccess' }),
        related: attachedTo('role'),
      },
    ],
    bad: [
      {
        name: 'attached to a role',
        config: managedPolicy({ PolicyName: 'AWSCloudShellFullAccess', Arn: cloudShell }),
        related: attachedTo('role'),
        reports: [{ message: 'attached', subject }],
      },
      {
        name: 'attached in another partition',
        config: managedPolicy({
          PolicyName: 'AWSCloudShellFullAccess',
          Arn: cloudShell.replace('arn:aws:', 'arn:aws-us-gov:'),
        }),
        related: attachedTo('group'),
        reports: [{ message: 'attached', subject }],
      },
    ],
  },
  run: ({ config, related, report }) => {
    if (!/^arn:[^:]*:iam::aws:policy\/AWSCloudShellFullAccess$/.test(config.Arn)) return;
    const holders = related('attachments').all().filter(isHolder);
    if (holders.length === 0) return;
    report('attached', {
      subject: { policy: policyName(config) },
      evidence: holders.map(({ key }) => ({ path: '@attachments', value: key })),
    });
  },
});
