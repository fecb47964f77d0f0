/** Buckets whose requests are not logged by S3. */
import { defineCheck } from '@security-monkey/sdk';
import { bucket } from '../example.ts';
import { s3Bucket } from '../watcher.ts';

export const loggingDisabled = defineCheck({
  id: 'aws.s3-bucket.logging-disabled',
  watcher: s3Bucket,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'Server access logging is off',
  why: 'Access logs tell who read or wrote which object. After an incident there is no other record, unless CloudTrail records data events of the bucket.',
  fix: 'Enable server access logging to a log bucket, or record data events in CloudTrail and justify this.',
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html'],
  frameworks: {},
  messages: { off: 'Requests to the bucket are not logged' },
  examples: {
    good: [
      {
        name: 'logs go to another bucket',
        config: bucket({
          Logging: { LoggingEnabled: { TargetBucket: 'acme-logs', TargetPrefix: 'reports/' } },
        }),
      },
    ],
    bad: [
      {
        name: 'never enabled',
        config: bucket({ Logging: {} }),
        reports: [{ message: 'off', subject: { setting: 'server access logging' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    if (config.Logging?.LoggingEnabled !== undefined) return;
    report('off', {
      subject: { setting: 'server access logging' },
      evidence: [{ path: '/Logging', value: {} }],
    });
  },
});
