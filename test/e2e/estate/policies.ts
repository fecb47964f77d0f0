/** The managed policies of both accounts, and those of AWS that they use. */
import { permissionCaseNames, permissionCases } from './permission-cases.ts';
import type { PolicySpec } from './policy.ts';
import { allow, deny } from './statements.ts';

const everything = { Action: '*', Resource: '*' } as const;

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html */
const administrator: PolicySpec = {
  name: 'AdministratorAccess',
  isOfAws: true,
  statements: [allow(everything)],
};
/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCloudShellFullAccess.html */
const cloudShell: PolicySpec = {
  name: 'AWSCloudShellFullAccess',
  isOfAws: true,
  statements: [allow({ Action: 'cloudshell:*', Resource: '*' })],
};
/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSSupportAccess.html */
const support: PolicySpec = {
  name: 'AWSSupportAccess',
  isOfAws: true,
  statements: [allow({ Action: 'support:*', Resource: '*' })],
};

export const prodPolicies: readonly PolicySpec[] = [
  administrator,
  cloudShell,
  support,
  { name: 'nothing-at-all', statements: [deny(everything)] },
  {
    name: 'less-than-before',
    statements: permissionCases['listing-of-buckets'],
    before: [allow(everything)],
  },
  ...permissionCaseNames.map((name) => ({ name, statements: permissionCases[name] })),
];

export const partnerPolicies: readonly PolicySpec[] = [
  administrator,
  { ...cloudShell, isOfAws: false },
  { name: 'everything', statements: [allow(everything)] },
  { name: 'reading', statements: permissionCases['reading-of-iam'] },
];
