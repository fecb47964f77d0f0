/** What must be found in the buckets of the first account, written from the meaning of the rules. */
import {
  canonicalIds,
  partner as partnerAccount,
  planes,
  stranger as strangerAccount,
  vendor as vendorAccount,
} from '../estate/known.ts';
import type { Expected } from './expected.ts';

const us = { account: 'prod', technology: 'aws.s3-bucket', region: 'us-east-1' } as const;
const eu = { ...us, region: 'eu-west-1' } as const;
const { partner, vendor, stranger } = canonicalIds;

const unblocked = 'public-access-not-blocked off setting=public access block (5)';
const httpAllowed = 'plain-http-allowed allowed transport=http (3)';
const noPolicy = 'no-policy absent part=policy (0)';
const notLogged = 'logging-disabled off setting=server access logging (1)';
const noMfa = 'mfa-delete-disabled off setting=MFA delete (1)';
const notVersioned = 'versioning-disabled off setting=versioning (1)';
const notEncrypted = 'no-default-encryption absent setting=default encryption (3)';

export const expectedProdBuckets: readonly Expected[] = [
  {
    ...us,
    name: 'acme-logs-us',
    issues: ['acl-log-delivery granted principal=LogDelivery (0)', notLogged],
    why: 'a log bucket of the old kind: the group of the logging service has grants; nobody logs its own requests',
  },
  {
    ...eu,
    name: 'acme-logs-eu',
    issues: [notLogged],
    nearly: ['acl-log-delivery granted'],
    why: 'a log bucket of the new kind: its policy lets the service in, its ACL nobody',
  },

  {
    ...us,
    name: 'acme-public-read',
    issues: ['acl-internet-accessible granted principal=AllUsers (10)', unblocked],
    why: 'anyone may list it, and nothing blocks that',
  },
  {
    ...us,
    name: 'acme-public-write',
    issues: ['acl-internet-accessible granted principal=AllUsers (10)', unblocked],
    why: 'two grants to one group are one issue; of the four settings the one that would help is off',
  },
  {
    ...eu,
    name: 'acme-authenticated',
    issues: ['acl-internet-accessible granted principal=AuthenticatedUsers (10)', unblocked],
    why: 'any AWS account of anybody may read the ACL; without ownership controls ACLs count',
  },
  {
    ...eu,
    name: 'acme-both-publics',
    issues: [
      'acl-internet-accessible granted principal=AllUsers (10)',
      'acl-internet-accessible granted principal=AuthenticatedUsers (10)',
      unblocked,
    ],
    why: 'two groups are two issues; BucketOwnerPreferred leaves ACLs in force',
  },
  {
    ...us,
    name: 'acme-public-ignored',
    issues: [],
    nearly: ['acl-internet-accessible granted'],
    why: 'the grant to everyone is ignored by the block of the bucket',
  },
  {
    ...us,
    name: 'acme-public-enforced',
    issues: [unblocked],
    nearly: ['acl-internet-accessible granted'],
    why: 'BucketOwnerEnforced switches ACLs off, though the block would not ignore them',
  },
  {
    ...us,
    name: 'acme-private',
    issues: [],
    nearly: ['acl-internet-accessible granted', 'acl-unknown-account granted'],
    why: 'ACLs are in force and give nobody but the owner anything',
  },

  {
    ...us,
    name: 'acme-acl-denied',
    issues: [unblocked],
    nearly: ['acl-internet-accessible granted', 'acl-unknown-account granted'],
    why: 'grants to everyone and to a stranger, and the policy denies all to whoever is not of the account',
  },
  {
    ...eu,
    name: 'acme-acl-half-denied',
    issues: ['acl-internet-accessible granted principal=AllUsers (10)', unblocked],
    why: 'listing is denied to others, to read the ACL is not',
  },

  {
    ...us,
    name: 'acme-for-partner',
    issues: [`acl-friendly-account granted principal=${partner} (0)`],
    why: 'the canonical id belongs to another watched account; the block is about the public only',
  },
  {
    ...us,
    name: 'acme-for-vendor',
    issues: [`acl-third-party-account granted principal=${vendor} (0)`],
    why: 'the canonical id belongs to an account on record as a third party',
  },
  {
    ...eu,
    name: 'acme-for-stranger',
    issues: [`acl-unknown-account granted principal=${stranger} (10)`],
    why: 'nobody on record has that canonical id',
  },
  {
    ...eu,
    name: 'acme-for-all-three',
    issues: [
      `acl-friendly-account granted principal=${partner} (0)`,
      `acl-third-party-account granted principal=${vendor} (0)`,
      `acl-unknown-account granted principal=${stranger} (10)`,
    ],
    why: 'each grantee is an issue of its own kind; the stranger with two grants is one',
  },
  {
    ...us,
    name: 'acme-for-nobody',
    issues: [],
    nearly: [
      'acl-friendly-account granted',
      'acl-third-party-account granted',
      'acl-unknown-account granted',
      'acl-log-delivery granted',
    ],
    why: 'all four kinds of grants, and BucketOwnerEnforced switches them off',
  },
  {
    ...us,
    name: 'acme-owner-twice',
    issues: [],
    nearly: ['acl-unknown-account granted'],
    why: 'a second grant to the owner gives nobody else anything',
  },
  {
    ...eu,
    name: 'acme-log-grant',
    issues: ['acl-log-delivery granted principal=LogDelivery (0)'],
    why: 'the group of the logging service may write, though nobody logs here',
  },

  { ...us, name: 'acme-unlogged', issues: [notLogged], why: 'requests are not logged' },
  { ...us, name: 'acme-logged', issues: [], nearly: ['logging-disabled off'], why: 'requests are logged' },
  { ...us, name: 'acme-no-mfa', issues: [noMfa], why: 'versioning without MFA delete ever having been set' },
  { ...eu, name: 'acme-mfa-off', issues: [noMfa], why: 'MFA delete has been set to Disabled' },
  { ...eu, name: 'acme-mfa', issues: [], nearly: ['mfa-delete-disabled off'], why: 'MFA delete is on' },
  { ...us, name: 'acme-unencrypted', issues: [notEncrypted], why: 'there is no default encryption' },
  {
    ...us,
    name: 'acme-kms',
    issues: [],
    nearly: ['no-default-encryption absent'],
    why: 'a KMS key is default encryption as well',
  },
  {
    ...us,
    name: 'acme-unversioned',
    issues: [notVersioned, noMfa],
    why: 'versioning was never on, and MFA delete comes with it',
  },
  {
    ...eu,
    name: 'acme-suspended',
    issues: [notVersioned],
    nearly: ['mfa-delete-disabled off'],
    why: 'suspended versioning keeps no new versions; MFA delete still guards the old ones',
  },
  { ...us, name: 'acme-versioned', issues: [], nearly: ['versioning-disabled off'], why: 'versioning is on' },
  { ...us, name: 'acme-unblocked', issues: [unblocked], why: 'neither bucket nor account has a block' },
  { ...eu, name: 'acme-one-switch', issues: [unblocked], why: 'one of four settings is off' },
  {
    ...us,
    name: 'acme-blocked-site',
    issues: [],
    nearly: ['public-access-not-blocked off'],
    why: 'a website, but all four settings are on',
  },

  {
    ...us,
    name: 'acme-no-policy',
    issues: [noPolicy, httpAllowed],
    why: 'no policy, so none that denies plain HTTP either',
  },
  {
    ...us,
    name: 'acme-one-statement',
    issues: [],
    nearly: ['no-policy absent', 'plain-http-allowed allowed'],
    why: 'the smallest policy that does what it should',
  },
  {
    ...us,
    name: 'acme-http-objects',
    issues: [httpAllowed],
    why: 'objects are covered, the list of the bucket is not',
  },
  { ...us, name: 'acme-http-vendor', issues: [httpAllowed], why: 'denied to one account, all others go on' },
  { ...eu, name: 'acme-http-reads', issues: [httpAllowed], why: 'reading is denied, writing is not' },
  { ...eu, name: 'acme-https-denied', issues: [httpAllowed], why: 'the wrong way round: HTTPS is denied' },
  {
    ...us,
    name: 'acme-https-allowed',
    issues: [httpAllowed],
    why: 'to allow something over HTTPS denies nothing over HTTP',
  },
  {
    ...us,
    name: 'acme-http-two',
    issues: [],
    nearly: ['plain-http-allowed allowed', 'policy-malformed unreadable'],
    why: 'two statements cover bucket and objects; another operator, case and type mean the same',
  },
  {
    ...eu,
    name: 'acme-http-pattern',
    issues: [],
    nearly: ['plain-http-allowed allowed'],
    why: 'the pattern covers bucket and objects, the action everything',
  },

  {
    ...us,
    name: 'acme-policy-everyone',
    issues: ['policy-internet-accessible granted principal=* (10)', unblocked],
    nearly: ['policy-cross-account-root granted'],
    why: 'anyone may read every object over HTTPS, and nothing blocks that',
  },
  {
    ...eu,
    name: 'acme-policy-cut',
    issues: [],
    nearly: ['policy-internet-accessible granted'],
    why: 'the same statement, but the block leaves it to the own account',
  },
  {
    ...us,
    name: 'acme-policy-endpoint',
    issues: [unblocked],
    nearly: ['policy-internet-accessible granted', 'policy-unknown-access granted'],
    why: 'everyone, but through one endpoint only: no stranger gets there',
  },
  {
    ...us,
    name: 'acme-policy-partner',
    issues: [`policy-friendly-account granted principal=arn:aws:iam::${partnerAccount}:role/reader (0)`],
    nearly: ['policy-cross-account-root granted', 'policy-third-party-account granted'],
    why: 'a role of another watched account; S3 does not call such a policy public, so the block leaves it',
  },
  {
    ...us,
    name: 'acme-policy-vendor',
    issues: [
      `policy-third-party-account granted principal=${vendorAccount} (0)`,
      `policy-cross-account-root granted principal=${vendorAccount} (6)`,
    ],
    nearly: ['policy-unknown-access granted', 'policy-friendly-account granted'],
    why: 'the whole account of a third party: who of it may come in, the third party decides',
  },
  {
    ...eu,
    name: 'acme-policy-stranger',
    issues: [`policy-unknown-access granted principal=arn:aws:iam::${strangerAccount}:role/reader (10)`],
    nearly: ['policy-friendly-account granted', 'policy-third-party-account granted'],
    why: "a role of an account on nobody's record",
  },
  {
    ...us,
    name: 'acme-policy-misspelt',
    issues: [
      'policy-malformed unreadable part=the principal Servce: "cloudtrail.amazonaws.com" is of no known form (3)',
    ],
    nearly: ['policy-internet-accessible granted', 'policy-unknown-access granted'],
    why: 'a principal that no policy can name lets nobody in, and somebody should know',
  },

  {
    ...eu,
    name: 'acme.bare.bucket',
    issues: [unblocked, noPolicy, httpAllowed, notVersioned, noMfa, notEncrypted, notLogged],
    why: 'nobody has configured anything',
  },
  {
    ...us,
    name: 'acme-tagged',
    tags: { ...planes, [planes.cjk]: '', [planes.supplementary]: planes.ideographic, team: 'payments' },
    issues: [],
    why: 'tags are only tags, from whichever plane of Unicode',
  },
];
