/** Buckets without a policy. */
import { defineCheck } from '@security-monkey/sdk';
import { bucket } from '../example.ts';
import { s3Bucket } from '../watcher.ts';

export const noPolicy = defineCheck({
  id: 'aws.s3-bucket.no-policy',
  watcher: s3Bucket,
  version: 1,
  score: 0,
  category: 'informational',
  title: 'The bucket has no policy',
  why: 'Without a policy nothing is denied on the bucket itself: only the identities of the account, ACLs and the public access block decide.',
  fix: 'Consider a policy that denies plain HTTP, at least.',
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html'],
  frameworks: {},
  messages: { absent: 'The bucket has no policy' },
  examples: {
    good: [
      {
        name: 'a policy, though one without statements',
        config: bucket({ Policy: { Version: '2012-10-17', Statement: [] } }),
      },
    ],
    bad: [
      {
        name: 'no policy',
        config: bucket({ Policy: null }),
        reports: [{ message: 'absent', subject: { part: 'policy' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    if (config.Policy !== null) return;
    report('absent', { subject: { part: 'policy' }, evidence: [{ path: '/Policy', value: null }] });
  },
});
