/** What must be found in the managed policies of both accounts, written from the meaning of the rules. */
import { permissionCaseNames } from '../estate/permission-cases.ts';
import type { Expected } from './expected.ts';
import { expectedPermissions } from './permissions.ts';

const own = { account: 'prod', technology: 'aws.iam-policy', region: 'global' } as const;
const theirs = { ...own, account: 'partner' } as const;

const everyAction = 'administrator-access granted resources=* (10)';
const writes = (service: string) => `sensitive-service-write granted resources=* service=${service} (1)`;

export const expectedPolicies: readonly Expected[] = [
  {
    ...own,
    name: 'AdministratorAccess',
    issues: [everyAction],
    nearly: ['iam-full-access granted', 'permissions-management granted'],
    why: 'a policy of AWS, which a group has',
  },
  {
    ...own,
    name: 'AWSCloudShellFullAccess',
    issues: [
      'cloudshell-full-access-attached attached policy=AWSCloudShellFullAccess (1)',
      writes('cloudshell'),
    ],
    nearly: ['credentials-exposure granted'],
    why: 'a policy of AWS, which a role has',
  },
  {
    ...own,
    name: 'AWSSupportAccess',
    issues: [writes('support')],
    nearly: ['cloudshell-full-access-attached attached', 'permissions-management granted'],
    why: 'another policy of AWS, by which cases can be opened',
  },
  {
    ...own,
    name: 'nothing-at-all',
    issues: [],
    nearly: ['administrator-access granted'],
    why: 'every action on everything, denied',
  },
  {
    ...own,
    name: 'less-than-before',
    issues: [],
    nearly: ['administrator-access granted'],
    why: 'an older version allowed everything, the one in force does not',
  },
  ...permissionCaseNames.map((name): Expected => {
    const { issues, nearly, why } = expectedPermissions[name];
    return { ...own, name, issues, nearly, why: `${why}; whoever has the policy` };
  }),

  {
    ...theirs,
    name: 'AdministratorAccess',
    issues: [],
    nearly: ['administrator-access granted'],
    why: 'a policy of AWS, here nothing but a boundary, which gives nothing',
  },
  {
    ...theirs,
    name: 'AWSCloudShellFullAccess',
    issues: [writes('cloudshell')],
    nearly: ['cloudshell-full-access-attached attached'],
    why: 'of that name, but a policy of the account, and nobody has it',
  },
  { ...theirs, name: 'everything', issues: [everyAction], why: 'nobody has it yet, but the next one may' },
  {
    ...theirs,
    name: 'reading',
    issues: [],
    nearly: ['iam-full-access granted', 'credentials-exposure granted'],
    why: 'IAM, but only to look at',
  },
];
