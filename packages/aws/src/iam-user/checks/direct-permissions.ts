/** Users who hold policies of their own instead of through groups. */
import { defineCheck } from '@security-monkey/sdk';
import { user } from '../example.ts';
import { iamUser } from '../watcher.ts';

const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

export const directPermissions = defineCheck({
  id: 'aws.iam-user.direct-permissions',
  watcher: iamUser,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'A policy is given to the user directly',
  why: 'Permissions given person by person are forgotten there. Groups show in one place who may do what, and a change of work is a change of groups.',
  fix: 'Attach the policy to a group and put the user into it.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html'],
  frameworks: { 'cis-aws-7.0': ['2.13'] },
  messages: { direct: 'The policy {policy} is given to the user directly' },
  examples: {
    good: [
      { name: 'through groups only', config: user({ GroupList: ['developers'] }) },
      {
        name: 'a boundary grants nothing',
        config: user({
          PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: readOnly },
        }),
      },
    ],
    bad: [
      {
        name: 'an attached policy',
        config: user({ AttachedManagedPolicies: [{ PolicyName: 'ReadOnlyAccess', PolicyArn: readOnly }] }),
        reports: [{ message: 'direct', subject: { policy: readOnly } }],
      },
      {
        name: 'an inline policy',
        config: user({
          UserPolicyList: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement: [] } }],
        }),
        reports: [{ message: 'direct', subject: { policy: 'own' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    for (const [at, { PolicyName }] of config.UserPolicyList.entries()) {
      report('direct', {
        subject: { policy: PolicyName },
        evidence: [{ path: `/UserPolicyList/${at}/PolicyName`, value: PolicyName }],
      });
    }
    for (const [at, { PolicyArn }] of config.AttachedManagedPolicies.entries()) {
      report('direct', {
        subject: { policy: PolicyArn },
        evidence: [{ path: `/AttachedManagedPolicies/${at}/PolicyArn`, value: PolicyArn }],
      });
    }
  },
});
