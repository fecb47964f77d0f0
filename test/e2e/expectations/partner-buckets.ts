/** What must be found in the buckets of the second account, whose own block has three of the four settings on. */
import { canonicalIds, planes } from '../estate/known.ts';
import type { Expected } from './expected.ts';

const us = { account: 'partner', technology: 'aws.s3-bucket', region: 'us-east-1' } as const;
const eu = { ...us, region: 'eu-west-1' } as const;
const notLogged = 'logging-disabled off setting=server access logging (1)';

export const expectedPartnerBuckets: readonly Expected[] = [
  {
    ...us,
    name: 'partner-logs-us',
    issues: [notLogged],
    why: 'nobody logs the requests of the log bucket',
  },
  {
    ...eu,
    name: 'partner-logs-eu',
    issues: [notLogged],
    why: 'nobody logs the requests of the log bucket',
  },
  {
    ...us,
    name: 'partner-public',
    issues: ['public-access-not-blocked off setting=public access block (5)'],
    nearly: ['acl-internet-accessible granted'],
    why: 'the account ignores the grant to everyone, but lacks one setting that the bucket lacks, too',
  },
  {
    ...us,
    name: 'partner-blocked-together',
    issues: [],
    nearly: ['public-access-not-blocked off', 'acl-internet-accessible granted'],
    why: 'three settings of the account and one of the bucket are all four',
  },
  {
    ...eu,
    name: 'partner-for-prod',
    issues: [`acl-friendly-account granted principal=${canonicalIds.prod} (0)`],
    why: 'seen from here the first account is the friend',
  },
  {
    ...eu,
    name: 'partner-for-itself',
    issues: [],
    nearly: ['acl-friendly-account granted', 'acl-unknown-account granted'],
    why: 'the canonical id is that of the account itself',
  },
  {
    ...us,
    name: 'partner-for-vendor',
    issues: [`acl-third-party-account granted principal=${canonicalIds.vendor} (0)`],
    why: 'a third party to one of our accounts is one to all',
  },
  {
    ...us,
    name: 'partner-for-stranger',
    issues: [`acl-unknown-account granted principal=${canonicalIds.stranger} (10)`],
    why: 'nobody on record has that canonical id',
  },
  {
    ...eu,
    name: 'partner-suspended',
    issues: [
      'versioning-disabled off setting=versioning (1)',
      'mfa-delete-disabled off setting=MFA delete (1)',
      'no-default-encryption absent setting=default encryption (3)',
    ],
    why: 'versioning is suspended, MFA delete and encryption are off',
  },
  { ...eu, name: 'partner-tagged', tags: planes, issues: [], why: 'tags are only tags' },
];
