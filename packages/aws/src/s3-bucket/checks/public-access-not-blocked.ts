/** Buckets that neither their own public access block nor the account's protects whole. */
import { defineCheck, type RelatedItems } from '@security-monkey/sdk';
import { accountBlock } from '../account-block.ts';
import { type BucketConfig, type PublicAccessSwitch, publicAccessSwitches } from '../config.ts';
import { accountBlockIs, block, bucket } from '../example.ts';
import { s3Bucket } from '../watcher.ts';

export const publicAccessNotBlocked = defineCheck({
  id: 'aws.s3-bucket.public-access-not-blocked',
  watcher: s3Bucket,
  version: 1,
  score: 5,
  category: 'insecure-configuration',
  title: 'Public access is not blocked',
  why: 'Block Public Access is the safety net under ACLs and policies: with all four settings on, at the bucket or at the account, one careless grant does not open the bucket to the internet.',
  fix: 'Switch on all four settings, best for the whole account. Serve public content through CloudFront.',
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
  frameworks: { 'cis-aws-7.0': ['3.1.4'] },
  messages: { off: 'Off at the bucket and at the account: {settings}' },
  needs: [accountBlock],
  examples: {
    good: [
      {
        name: 'all on at the bucket',
        config: bucket({ PublicAccessBlock: block(true) }),
        related: accountBlockIs(null),
      },
      {
        name: 'all on at the account',
        config: bucket({ PublicAccessBlock: null }),
        related: accountBlockIs(block(true)),
      },
      {
        name: 'what is off at the bucket is on at the account',
        config: bucket({ PublicAccessBlock: { ...block(true), BlockPublicPolicy: false } }),
        related: accountBlockIs({ ...block(false), BlockPublicPolicy: true }),
      },
    ],
    bad: [
      {
        name: 'no block at all',
        config: bucket({ PublicAccessBlock: null }),
        related: accountBlockIs(null),
        reports: [{ message: 'off', subject: { setting: 'public access block' } }],
      },
      {
        name: 'one setting is off at both',
        config: bucket({ PublicAccessBlock: { ...block(true), RestrictPublicBuckets: false } }),
        related: accountBlockIs({ ...block(true), RestrictPublicBuckets: false }),
        reports: [{ message: 'off', subject: { setting: 'public access block' } }],
      },
    ],
  },
  run: ({ config, related, report }) => {
    const off = publicAccessSwitches.filter((name) => !isOn(name, config, related(accountBlock)));
    if (off.length === 0) return;
    report('off', {
      subject: { setting: 'public access block' },
      // One for each setting, so that one more is wider evidence, whether it went off at the bucket or at the account.
      evidence: off.map((name) => ({
        path: `@${accountBlock}`,
        value: `${name} is off here and at the bucket`,
      })),
      details: { settings: off.join(', ') },
    });
  },
});

function isOn(name: PublicAccessSwitch, config: BucketConfig, account: RelatedItems): boolean {
  return config.PublicAccessBlock?.[name] === true || account.some(({ value }) => value[name] === true);
}
