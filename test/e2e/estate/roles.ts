/** The IAM roles of both accounts. */
import { runnerName } from './function.ts';
import { partner, planes, prod, stranger, vendor } from './known.ts';
import { permissionCaseNames, permissionCases } from './permission-cases.ts';
import type { RoleSpec } from './role.ts';
import { roleOf, rootOf } from './statements.ts';

type Trusted = { readonly Action?: string; readonly Condition?: object };

/** Lets somebody take on the role. */
const trust = (Principal: object | string, { Action = 'sts:AssumeRole', Condition }: Trusted = {}) => [
  { Effect: 'Allow', Action, Principal, ...(Condition !== undefined && { Condition }) },
];
const withId: Trusted = { Condition: { StringEquals: { 'sts:ExternalId': '7f3c' } } };
const byWeb = (StringLike: Readonly<Record<string, string>>): Trusted => ({
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: { StringLike },
});

const github = 'token.actions.githubusercontent.com';
const viaGithub = { Federated: `arn:aws:iam::${prod}:oidc-provider/${github}` };
const byFunctions = trust({ Service: 'lambda.amazonaws.com' });
const byMachines = trust({ Service: 'ec2.amazonaws.com' });
const everything = { own: permissionCases.everything };

export const prodRoles: readonly RoleSpec[] = [
  // Who may take it on.
  { name: runnerName, trust: byFunctions, tags: { ...planes, team: 'payments' } },
  { name: 'for-everyone', trust: trust({ AWS: '*' }) },
  { name: 'for-everyone-with-id', trust: trust('*', withId) },
  {
    name: 'for-everyone-of-the-account',
    trust: trust({ AWS: '*' }, { Condition: { StringEquals: { 'aws:PrincipalAccount': prod } } }),
  },
  { name: 'for-the-account', trust: trust(rootOf('prod')) },
  { name: 'for-partner', trust: trust(rootOf('partner')) },
  { name: 'for-role-of-partner', trust: trust(roleOf('partner')) },
  { name: 'for-vendor-with-id', trust: trust(roleOf('vendor'), withId) },
  { name: 'for-vendor-without-id', trust: trust(roleOf('vendor')) },
  {
    name: 'for-vendor-with-mfa',
    trust: trust({ AWS: vendor }, { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
  },
  { name: 'for-stranger-with-id', trust: trust(rootOf('stranger'), withId) },
  { name: 'for-role-of-stranger', trust: trust(roleOf('stranger')) },
  {
    name: 'for-provider-of-stranger',
    trust: trust(
      { Federated: `arn:aws:iam::${stranger}:saml-provider/login` },
      { Action: 'sts:AssumeRoleWithSAML' },
    ),
  },
  {
    name: 'for-own-provider',
    trust: trust(
      { Federated: `arn:aws:iam::${prod}:saml-provider/login` },
      { Action: 'sts:AssumeRoleWithSAML' },
    ),
  },
  {
    name: 'for-any-repository',
    trust: trust(viaGithub, byWeb({ [`${github}:aud`]: 'sts.amazonaws.com' })),
  },
  { name: 'for-our-repositories', trust: trust(viaGithub, byWeb({ [`${github}:sub`]: 'repo:acme/*' })) },
  { name: 'for-deleted-role', trust: trust({ AWS: 'AROAEXAMPLEEXAMPLEXYZ' }) },
  {
    name: 'for-stranger-denied',
    trust: [
      ...trust(roleOf('stranger')),
      {
        Effect: 'Deny',
        Action: 'sts:AssumeRole',
        Principal: { AWS: '*' },
        Condition: { StringNotEquals: { 'aws:PrincipalAccount': [prod, partner] } },
      },
    ],
  },

  // What it may do.
  { name: 'machine', trust: byMachines, isForMachines: true, attached: ['listing-of-buckets'] },
  { name: 'support', trust: trust(rootOf('prod')), attached: ['AWSSupportAccess'] },
  { name: 'shell', trust: trust(rootOf('prod')), attached: ['AWSCloudShellFullAccess'] },
  { name: 'administrator-by-policy', trust: byFunctions, attached: ['everything'] },
  { name: 'administrator-denied', trust: byFunctions, inline: everything, attached: ['nothing-at-all'] },
  { name: 'administrator-bounded', trust: byFunctions, attached: ['everything'], boundary: 'reading-of-iam' },
  ...permissionCaseNames.map((name) => ({
    name: `may-${name}`,
    trust: byFunctions,
    inline: { own: permissionCases[name] },
  })),
];

export const partnerRoles: readonly RoleSpec[] = [
  { name: runnerName, trust: byFunctions },
  { name: 'machine', trust: byMachines, isForMachines: true },
  { name: 'for-prod', trust: trust(rootOf('prod')) },
  { name: 'for-itself', trust: trust(rootOf('partner')) },
  { name: 'bounded-by-administration', trust: byMachines, boundary: 'AdministratorAccess' },
  { name: 'may-everything', trust: byMachines, inline: everything },
];
