/** Accounts in which no role may work with AWS Support. */
import { defineCheck } from '@security-monkey/sdk';
import { account } from '../example.ts';
import { awsAccount } from '../watcher.ts';

export const supportRoleMissing = defineCheck({
  id: 'aws.account.support-role-missing',
  watcher: awsAccount,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'No role may work with AWS Support',
  why: 'In an incident somebody has to open cases with AWS at once, and not as root.',
  fix: 'Make a role with the policy AWSSupportAccess for those who handle incidents.',
  links: ['https://docs.aws.amazon.com/awssupport/latest/user/accessing-support.html'],
  frameworks: { 'cis-aws-7.0': ['2.15'] },
  messages: { absent: 'No role has the policy AWSSupportAccess' },
  needs: ['support-role'],
  examples: {
    good: [
      {
        name: 'a role',
        config: account({}),
        related: {
          'support-role': {
            items: [{ technology: 'aws.iam-role', key: 'arn:aws:iam::111122223333:role/support', value: {} }],
            complete: true,
          },
        },
      },
    ],
    bad: [
      {
        name: 'none',
        config: account({}),
        related: { 'support-role': { items: [], complete: true } },
        reports: [{ message: 'absent', subject: { setting: 'support role' } }],
      },
    ],
  },
  run: ({ related, report }) => {
    if (!related('support-role').isEmpty()) return;
    report('absent', {
      subject: { setting: 'support role' },
      evidence: [{ path: '@support-role', value: null }],
    });
  },
});
