/** The KMS keys of both accounts. */
import type { KeySpecification } from './key.ts';
import { partner, planes, prod } from './known.ts';
import { allow, roleArn, roleOf, rootOf } from './statements.ts';

const us = { region: 'us-east-1' } as const;
const eu = { region: 'eu-west-1' } as const;

/** Lets somebody decrypt. */
const decrypt = (Principal: object | string, StringEquals?: object): object =>
  allow({
    Action: 'kms:Decrypt',
    Resource: '*',
    Principal,
    ...(StringEquals !== undefined && { Condition: { StringEquals } }),
  });

export const prodKeys: readonly KeySpecification[] = [
  // Rotation.
  { ...us, name: 'for-the-account' },
  { ...us, name: 'not-rotated', isRotated: false },
  { ...us, name: 'in-two-regions', isRotated: false, replica: 'eu-west-1' },
  { ...eu, name: 'signing', isRotated: false, kind: 'asymmetric' },
  { ...us, name: 'imported', isRotated: false, kind: 'imported' },
  { ...us, name: 'disabled', isRotated: false, kind: 'disabled' },
  { ...eu, name: 'to-be-deleted', isRotated: false, kind: 'to be deleted' },
  { ...us, name: 'of-aws', isRotated: false, kind: 'of AWS', policy: [decrypt('*')] },
  { ...eu, name: 'tagged', tags: { ...planes, team: 'payments' } },

  // Policies.
  { ...us, name: 'for-everyone', policy: [decrypt('*')] },
  {
    ...eu,
    name: 'for-everyone-through-s3',
    policy: [decrypt({ AWS: '*' }, { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' })],
  },
  {
    ...us,
    name: 'for-everyone-of-the-account',
    policy: [
      decrypt({ AWS: '*' }, { 'kms:CallerAccount': prod, 'kms:ViaService': 's3.us-east-1.amazonaws.com' }),
    ],
  },
  { ...us, name: 'for-everyone-of-partner', policy: [decrypt('*', { 'kms:CallerAccount': partner })] },
  { ...us, name: 'for-partner', policy: [decrypt(rootOf('partner'))] },
  { ...us, name: 'for-role-of-vendor', policy: [decrypt(roleOf('vendor'))] },
  { ...us, name: 'for-stranger', policy: [decrypt(rootOf('stranger'))] },
  { ...eu, name: 'for-role-of-stranger', policy: [decrypt(roleOf('stranger'))] },
  {
    ...eu,
    name: 'for-stranger-with-our-role',
    policy: [decrypt(roleOf('stranger'), { 'aws:PrincipalAccount': prod })],
  },
  { ...us, name: 'for-deleted-user', policy: [decrypt({ AWS: 'AIDAEXAMPLEEXAMPLEXYZ' })] },
  {
    ...us,
    name: 'with-actions-not-made-yet',
    policy: [
      allow({ Action: ['kms:Decrypt', 'kms:EncryptTomorrow'], Resource: '*', Principal: roleOf('prod') }),
    ],
  },

  // Grants.
  {
    ...us,
    name: 'granted-to-partner',
    grants: [{ to: roleArn('partner'), operations: ['Encrypt', 'Decrypt'] }],
  },
  { ...eu, name: 'granted-to-vendor', grants: [{ to: roleArn('vendor'), operations: ['Decrypt'] }] },
  {
    ...us,
    name: 'granted-to-stranger',
    grants: [
      { to: roleArn('stranger'), operations: ['Decrypt'] },
      { to: roleArn('stranger', 'writer'), operations: ['Decrypt'] },
      { to: rootOf('stranger').AWS, operations: ['CreateGrant'] },
    ],
  },
  {
    ...us,
    name: 'granted-to-ourselves',
    grants: [
      { to: roleArn('prod'), operations: ['Decrypt'] },
      { to: 'dynamodb.us-east-1.amazonaws.com', operations: ['Encrypt', 'Decrypt'] },
    ],
  },
  { ...eu, name: 'granted-to-nobody', grants: [{ to: 'AROAEXAMPLEEXAMPLEXYZ', operations: ['Decrypt'] }] },
];

export const partnerKeys: readonly KeySpecification[] = [
  { ...eu, name: 'for-the-account' },
  { ...us, name: 'for-role-of-prod', policy: [decrypt(roleOf('prod'))] },
  { ...us, name: 'granted-to-prod', grants: [{ to: roleArn('prod'), operations: ['Decrypt'] }] },
  { ...eu, name: 'not-rotated', isRotated: false },
];
