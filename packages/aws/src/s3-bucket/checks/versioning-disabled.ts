/** Buckets that do not keep earlier versions of objects. */
import { defineCheck } from '@security-monkey/sdk';
import { bucket } from '../example.ts';
import { s3Bucket } from '../watcher.ts';

export const versioningDisabled = defineCheck({
  id: 'aws.s3-bucket.versioning-disabled',
  watcher: s3Bucket,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'Versioning is off',
  why: 'Without versions, what is overwritten or deleted, by mistake or by ransomware, is lost.',
  fix: 'Enable versioning, with a lifecycle rule that expires old versions.',
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html'],
  frameworks: {},
  messages: { off: 'Overwritten and deleted objects are lost' },
  examples: {
    good: [{ name: 'enabled', config: bucket({ Versioning: { Status: 'Enabled' } }) }],
    bad: [
      {
        name: 'never enabled',
        config: bucket({ Versioning: {} }),
        reports: [{ message: 'off', subject: { setting: 'versioning' } }],
      },
      {
        name: 'suspended',
        config: bucket({ Versioning: { Status: 'Suspended', MFADelete: 'Disabled' } }),
        reports: [{ message: 'off', subject: { setting: 'versioning' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    const status = config.Versioning?.Status;
    if (status === 'Enabled') return;
    const evidence =
      status === undefined
        ? { path: '/Versioning', value: {} }
        : { path: '/Versioning/Status', value: status };
    report('off', { subject: { setting: 'versioning' }, evidence: [evidence] });
  },
});
