/** The IAM groups of both accounts. */
import type { IamGroupSpec } from './iam-group.ts';
import { permissionCaseNames, permissionCases } from './permission-cases.ts';

const everything = { own: permissionCases.everything };

export const prodIamGroups: readonly IamGroupSpec[] = [
  { name: 'developers', attached: ['listing-of-buckets'] },
  { name: 'nobody-in-it' },
  { name: 'administrators', attached: ['AdministratorAccess'] },
  { name: 'administrators-denied', inline: everything, attached: ['nothing-at-all'] },
  ...permissionCaseNames.map((name) => ({ name: `may-${name}`, inline: { own: permissionCases[name] } })),
];

export const partnerIamGroups: readonly IamGroupSpec[] = [
  { name: 'staff', attached: ['reading'] },
  { name: 'may-everything', inline: everything },
];
