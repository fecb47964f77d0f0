/** What must be found in the IAM groups of both accounts, written from the meaning of the rules. */
import { permissionCaseNames } from '../estate/permission-cases.ts';
import type { Expected } from './expected.ts';
import { expectedPermissions } from './permissions.ts';

const own = { account: 'prod', technology: 'aws.iam-group', region: 'global' } as const;
const theirs = { ...own, account: 'partner' } as const;

export const expectedIamGroups: readonly Expected[] = [
  {
    ...own,
    name: 'developers',
    issues: [],
    nearly: ['sensitive-service-write granted'],
    why: 'the names of buckets, by a managed policy',
  },
  {
    ...own,
    name: 'nobody-in-it',
    issues: [],
    nearly: ['administrator-access granted'],
    why: 'neither members nor policies',
  },
  {
    ...own,
    name: 'administrators',
    issues: [],
    nearly: ['administrator-access granted', 'iam-full-access granted'],
    why: 'what a managed policy gives is told with that policy',
  },
  {
    ...own,
    name: 'administrators-denied',
    issues: [],
    nearly: ['administrator-access granted'],
    why: 'one policy allows everything, another denies it',
  },
  ...permissionCaseNames.map((name): Expected => {
    const { issues, nearly, why } = expectedPermissions[name];
    return { ...own, name: `may-${name}`, issues, nearly, why: `${why}; for all members of the group` };
  }),

  {
    ...theirs,
    name: 'staff',
    issues: [],
    nearly: ['iam-full-access granted'],
    why: 'IAM, but only to look at, by a managed policy',
  },
  {
    ...theirs,
    name: 'may-everything',
    issues: ['administrator-access granted resources=* (10)'],
    why: 'every action on everything',
  },
];
