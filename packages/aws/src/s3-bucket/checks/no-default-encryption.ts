/** Buckets that store objects unencrypted unless the writer asks for encryption. */
import { defineCheck } from '@security-monkey/sdk';
import { bucket } from '../example.ts';
import { s3Bucket } from '../watcher.ts';

export const noDefaultEncryption = defineCheck({
  id: 'aws.s3-bucket.no-default-encryption',
  watcher: s3Bucket,
  version: 1,
  score: 3,
  category: 'insecure-configuration',
  title: 'There is no default encryption',
  why: 'Since January 2023 S3 encrypts every new object; a bucket without the setting is rare, and its older objects may lie in plain text.',
  fix: 'Set default encryption with S3 managed keys or a KMS key, and copy the older objects over themselves.',
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html'],
  frameworks: {},
  messages: { absent: 'Objects are not encrypted by default' },
  examples: {
    good: [
      {
        name: 'S3 managed keys, as every new bucket has them',
        config: bucket({
          Encryption: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
        }),
      },
    ],
    bad: [
      {
        name: 'no setting',
        config: bucket({ Encryption: null }),
        reports: [{ message: 'absent', subject: { setting: 'default encryption' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    if (config.Encryption !== null) return;
    report('absent', {
      subject: { setting: 'default encryption' },
      evidence: [{ path: '/Encryption', value: null }],
    });
  },
});
