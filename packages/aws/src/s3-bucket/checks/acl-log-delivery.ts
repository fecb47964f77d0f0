/** Buckets to which the S3 log delivery group may write. */
import { defineCheck } from '@security-monkey/sdk';
import { holdersOf, isAclInForce } from '../acl.ts';
import { acl, bucket, logDelivery, ownerId, ownership } from '../example.ts';
import { s3Bucket } from '../watcher.ts';

export const aclLogDelivery = defineCheck({
  id: 'aws.s3-bucket.acl-log-delivery',
  watcher: s3Bucket,
  version: 1,
  score: 0,
  category: 'third-party-cross-account',
  title: 'The log delivery group has a grant',
  why: 'AWS itself writes server access logs by this grant. It is wanted on log buckets only, and worth knowing elsewhere.',
  fix: 'On a log bucket, nothing. Elsewhere remove the grant; new log buckets let the logging service in by their policy instead.',
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html'],
  frameworks: {},
  messages: { granted: '{principal} has {permissions} by the ACL' },
  examples: {
    good: [
      {
        name: 'only the owner has grants',
        config: bucket({ Acl: acl([ownerId, 'WRITE']), OwnershipControls: null }),
      },
      {
        name: 'ACLs are switched off by Object Ownership',
        config: bucket({
          Acl: acl([logDelivery, 'WRITE']),
          OwnershipControls: ownership('BucketOwnerEnforced'),
        }),
      },
    ],
    bad: [
      {
        name: 'a log bucket',
        config: bucket({
          Acl: acl([logDelivery, 'WRITE'], [logDelivery, 'READ_ACP']),
          OwnershipControls: ownership('ObjectWriter'),
        }),
        reports: [{ message: 'granted', subject: { principal: 'LogDelivery' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    const holders = holdersOf(config).filter(({ group }) => group === 'LogDelivery');
    if (holders.length === 0 || !isAclInForce(config)) return;
    for (const { principal, evidence, permissions } of holders) {
      report('granted', { subject: { principal }, evidence, details: { permissions } });
    }
  },
});
