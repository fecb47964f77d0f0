/** The buckets of the second account, whose own public access block has three of the four settings on. */
import { type BucketSpec, logTargetPolicy } from './bucket.ts';
import { canonicalIds, groups, planes } from './known.ts';

const us = { region: 'us-east-1', logsTo: 'partner-logs-us' } as const;
const eu = { region: 'eu-west-1', logsTo: 'partner-logs-eu' } as const;
const { prod: prodId, partner: ownId, vendor: vendorId, stranger: strangerId } = canonicalIds;
const theirs = { ownership: 'ObjectWriter' } as const;

export const partnerBuckets: readonly BucketSpec[] = [
  { ...us, name: 'partner-logs-us', logsTo: null, policy: logTargetPolicy('partner-logs-us') },
  { ...eu, name: 'partner-logs-eu', logsTo: null, policy: logTargetPolicy('partner-logs-eu') },
  { ...us, name: 'partner-public', ...theirs, block: null, grants: [[groups.everyone, 'READ']] },
  {
    ...us,
    name: 'partner-blocked-together',
    ...theirs,
    block: { RestrictPublicBuckets: true },
    grants: [[groups.authenticated, 'READ']],
  },
  { ...eu, name: 'partner-for-prod', ...theirs, grants: [[prodId, 'READ']] },
  { ...eu, name: 'partner-for-itself', ...theirs, grants: [[ownId, 'READ']] },
  { ...us, name: 'partner-for-vendor', ...theirs, grants: [[vendorId, 'READ_ACP']] },
  { ...us, name: 'partner-for-stranger', ...theirs, grants: [[strangerId, 'READ']] },
  { ...eu, name: 'partner-suspended', versioning: 'Suspended', mfaDelete: 'Disabled', encryption: null },
  { ...eu, name: 'partner-tagged', tags: planes },
];
