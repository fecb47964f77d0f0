/** The buckets of the first account, which has no public access block of its own. */
import { allOn, type BucketSpec, denyHttp, letIn, logTargetPolicy, policyOf } from './bucket.ts';
import { canonicalIds, groups, partner, planes, prod, stranger, vendor } from './known.ts';

const us = { region: 'us-east-1', logsTo: 'acme-logs-us' } as const;
const eu = { region: 'eu-west-1', logsTo: 'acme-logs-eu' } as const;
const { everyone, authenticated, logDelivery } = groups;
const theirs = { ownership: 'ObjectWriter' } as const;
const { partner: partnerId, vendor: vendorId, stranger: strangerId, emulator: owner } = canonicalIds;

/** Denies it to all who are not of the first account. */
function denyOthers(bucket: string, changed: object = {}): object {
  return denyHttp(bucket, { Condition: { StringNotEquals: { 'aws:PrincipalAccount': prod } }, ...changed });
}

/** Targets of logs come first: S3 refuses others. */
export const prodBuckets: readonly BucketSpec[] = [
  {
    ...us,
    name: 'acme-logs-us',
    logsTo: null,
    policy: policyOf(denyHttp('acme-logs-us', { Principal: { AWS: '*' } })),
    ...theirs,
    grants: [
      [logDelivery, 'WRITE'],
      [logDelivery, 'READ_ACP'],
    ],
  },
  { ...eu, name: 'acme-logs-eu', logsTo: null, policy: logTargetPolicy('acme-logs-eu') },

  // Everyone.
  { ...us, name: 'acme-public-read', ...theirs, block: null, grants: [[everyone, 'READ']] },
  {
    ...us,
    name: 'acme-public-write',
    ...theirs,
    block: { ...allOn, IgnorePublicAcls: false },
    grants: [
      [everyone, 'READ'],
      [everyone, 'WRITE'],
    ],
  },
  { ...eu, name: 'acme-authenticated', block: null, grants: [[authenticated, 'READ_ACP']] },
  {
    ...eu,
    name: 'acme-both-publics',
    ownership: 'BucketOwnerPreferred',
    block: null,
    grants: [
      [everyone, 'READ'],
      [authenticated, 'WRITE'],
    ],
  },
  { ...us, name: 'acme-public-ignored', ...theirs, grants: [[everyone, 'READ']] },
  {
    ...us,
    name: 'acme-public-enforced',
    ownership: 'BucketOwnerEnforced',
    block: { ...allOn, IgnorePublicAcls: false },
    grants: [
      [everyone, 'READ'],
      [authenticated, 'READ'],
    ],
  },
  { ...us, name: 'acme-private', ...theirs, grants: [] },

  {
    ...us,
    name: 'acme-acl-denied',
    ...theirs,
    block: null,
    policy: policyOf(denyHttp('acme-acl-denied'), denyOthers('acme-acl-denied')),
    grants: [
      [everyone, 'READ'],
      [strangerId, 'WRITE'],
    ],
  },
  {
    ...eu,
    name: 'acme-acl-half-denied',
    ...theirs,
    block: null,
    policy: policyOf(
      denyHttp('acme-acl-half-denied'),
      denyOthers('acme-acl-half-denied', { Action: 's3:ListBucket*' }),
    ),
    grants: [
      [everyone, 'READ'],
      [everyone, 'READ_ACP'],
    ],
  },

  // Other accounts.
  { ...us, name: 'acme-for-partner', ...theirs, grants: [[partnerId, 'READ']] },
  { ...us, name: 'acme-for-vendor', ...theirs, grants: [[vendorId, 'WRITE']] },
  { ...eu, name: 'acme-for-stranger', ...theirs, grants: [[strangerId, 'FULL_CONTROL']] },
  {
    ...eu,
    name: 'acme-for-all-three',
    grants: [
      [partnerId, 'READ'],
      [vendorId, 'READ'],
      [strangerId, 'READ'],
      [strangerId, 'WRITE'],
    ],
  },
  {
    ...us,
    name: 'acme-for-nobody',
    ownership: 'BucketOwnerEnforced',
    grants: [
      [partnerId, 'READ'],
      [vendorId, 'READ'],
      [strangerId, 'READ'],
      [logDelivery, 'WRITE'],
    ],
  },
  { ...us, name: 'acme-owner-twice', ...theirs, grants: [[owner, 'READ_ACP']] },
  { ...eu, name: 'acme-log-grant', ownership: 'BucketOwnerPreferred', grants: [[logDelivery, 'WRITE']] },

  // Settings.
  { ...us, name: 'acme-unlogged', logsTo: null },
  { ...us, name: 'acme-logged' },
  { ...us, name: 'acme-no-mfa', mfaDelete: null },
  { ...eu, name: 'acme-mfa-off', mfaDelete: 'Disabled' },
  { ...eu, name: 'acme-mfa' },
  { ...us, name: 'acme-unencrypted', encryption: null },
  { ...us, name: 'acme-kms', encryption: 'aws:kms' },
  { ...us, name: 'acme-unversioned', versioning: null, mfaDelete: null },
  { ...eu, name: 'acme-suspended', versioning: 'Suspended' },
  { ...us, name: 'acme-versioned' },
  { ...us, name: 'acme-unblocked', block: null },
  { ...eu, name: 'acme-one-switch', block: { ...allOn, RestrictPublicBuckets: false } },
  { ...us, name: 'acme-blocked-site', website: true },

  // Policies.
  { ...us, name: 'acme-no-policy', policy: null },
  { ...us, name: 'acme-one-statement', policy: policyOf(denyHttp('acme-one-statement')) },
  {
    ...us,
    name: 'acme-http-objects',
    policy: policyOf(denyHttp('acme-http-objects', { Resource: 'arn:aws:s3:::acme-http-objects/*' })),
  },
  {
    ...us,
    name: 'acme-http-vendor',
    policy: policyOf(denyHttp('acme-http-vendor', { Principal: { AWS: vendor } })),
  },
  {
    ...eu,
    name: 'acme-http-reads',
    policy: policyOf(denyHttp('acme-http-reads', { Action: ['s3:GetObject', 's3:ListBucket'] })),
  },
  {
    ...eu,
    name: 'acme-https-denied',
    policy: policyOf(
      denyHttp('acme-https-denied', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
    ),
  },
  {
    ...us,
    name: 'acme-https-allowed',
    policy: policyOf(
      denyHttp('acme-https-allowed', {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${prod}:root` },
        Condition: { Bool: { 'aws:SecureTransport': 'true' } },
      }),
    ),
  },
  {
    ...us,
    name: 'acme-http-two',
    policy: policyOf(
      denyHttp('acme-http-two', { Resource: 'arn:aws:s3:::acme-http-two' }),
      denyHttp('acme-http-two', {
        Principal: { AWS: '*' },
        Resource: ['arn:aws:s3:::acme-http-two/*'],
        Condition: { BoolIfExists: { 'AWS:securetransport': false } },
      }),
    ),
  },
  {
    ...eu,
    name: 'acme-http-pattern',
    policy: policyOf(denyHttp('acme-http-pattern', { Action: '*', Resource: 'arn:aws:s3:::acme-http-*' })),
  },

  // Whom policies let in.
  {
    ...us,
    name: 'acme-policy-everyone',
    block: null,
    policy: policyOf(denyHttp('acme-policy-everyone'), letIn('acme-policy-everyone', '*')),
  },
  {
    ...eu,
    name: 'acme-policy-cut',
    policy: policyOf(denyHttp('acme-policy-cut'), letIn('acme-policy-cut', '*')),
  },
  {
    ...us,
    name: 'acme-policy-endpoint',
    block: null,
    policy: policyOf(
      denyHttp('acme-policy-endpoint'),
      letIn('acme-policy-endpoint', '*', { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' } }),
    ),
  },
  {
    ...us,
    name: 'acme-policy-partner',
    policy: policyOf(
      denyHttp('acme-policy-partner'),
      letIn('acme-policy-partner', { AWS: `arn:aws:iam::${partner}:role/reader` }),
    ),
  },
  {
    ...us,
    name: 'acme-policy-vendor',
    policy: policyOf(
      denyHttp('acme-policy-vendor'),
      letIn('acme-policy-vendor', { AWS: `arn:aws:iam::${vendor}:root` }),
    ),
  },
  {
    ...eu,
    name: 'acme-policy-stranger',
    policy: policyOf(
      denyHttp('acme-policy-stranger'),
      letIn('acme-policy-stranger', { AWS: `arn:aws:iam::${stranger}:role/reader` }),
    ),
  },

  {
    ...us,
    name: 'acme-policy-misspelt',
    policy: policyOf(
      denyHttp('acme-policy-misspelt'),
      letIn('acme-policy-misspelt', { Servce: 'cloudtrail.amazonaws.com' }),
    ),
  },

  // Nothing at all, and everything with every plane of Unicode.
  {
    region: 'eu-west-1',
    name: 'acme.bare.bucket',
    block: null,
    policy: null,
    versioning: null,
    mfaDelete: null,
    encryption: null,
    logsTo: null,
  },
  {
    ...us,
    name: 'acme-tagged',
    tags: { ...planes, [planes.cjk]: '', [planes.supplementary]: planes.ideographic, team: 'payments' },
  },
];
