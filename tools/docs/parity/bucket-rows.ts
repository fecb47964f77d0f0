/** What the original looked for on buckets beside their policies. */
import type { ParityRow } from './row.ts';

const onBucket = (rule: string, message: string) => [{ check: `aws.s3-bucket.${rule}`, message }];

const byName = 'the grantee by its canonical id, which every account has; S3 has stopped to give names';

export const bucketRows: readonly ParityRow[] = [
  {
    index: 's3',
    method: 'check_acl_internet_accessible',
    reported: 'a grant to everyone, or to everyone with an AWS account',
    score: 10,
    category: 'internet-accessible',
    ours: onBucket('acl-internet-accessible', 'granted'),
    corrected: 'silent where Object Ownership or a public access block puts the ACL out of force',
  },
  {
    index: 's3',
    method: 'check_acl_log_delivery',
    reported: 'a grant to the log delivery group',
    score: 0,
    category: 'third-party-cross-account',
    ours: onBucket('acl-log-delivery', 'granted'),
  },
  {
    index: 's3',
    method: 'check_acl_friendly_legacy',
    reported: 'a grant to another of our accounts, by its display name',
    score: 0,
    category: 'friendly-cross-account',
    ours: onBucket('acl-friendly-account', 'granted'),
    departure: byName,
  },
  {
    index: 's3',
    method: 'check_acl_thirdparty_legacy',
    reported: 'a grant to a third party, by its display name',
    score: 0,
    category: 'third-party-cross-account',
    ours: onBucket('acl-third-party-account', 'granted'),
    departure: byName,
  },
  {
    index: 's3',
    method: 'check_acl_friendly_canonical',
    reported: 'a grant to another of our accounts, by its canonical id',
    score: 0,
    category: 'friendly-cross-account',
    ours: onBucket('acl-friendly-account', 'granted'),
  },
  {
    index: 's3',
    method: 'check_acl_thirdparty_canonical',
    reported: 'a grant to a third party, by its canonical id',
    score: 0,
    category: 'third-party-cross-account',
    ours: onBucket('acl-third-party-account', 'granted'),
  },
  {
    index: 's3',
    method: 'check_acl_unknown',
    reported: 'a grant to an account off record',
    score: 10,
    category: 'unknown-access',
    ours: onBucket('acl-unknown-account', 'granted'),
    corrected: "the owner's own grant is none to a stranger",
  },
  {
    index: 's3',
    method: 'check_policy_exists',
    reported: 'a bucket without a policy',
    score: 0,
    ours: onBucket('no-policy', 'absent'),
  },
];
