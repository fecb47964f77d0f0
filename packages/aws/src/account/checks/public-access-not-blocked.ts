/** Accounts that do not block public access to all of their buckets. */
import { defineCheck } from '@security-monkey/sdk';
import { publicAccessSwitches } from '../../s3-bucket/config.ts';
import { account, block } from '../example.ts';
import { awsAccount } from '../watcher.ts';

export const publicAccessNotBlocked = defineCheck({
  id: 'aws.account.public-access-not-blocked',
  watcher: awsAccount,
  version: 1,
  score: 3,
  category: 'insecure-configuration',
  title: 'Public access to S3 is not blocked for the account',
  why: 'With all four switches on, no bucket of the account can be opened to the internet by one careless grant.',
  fix: 'Switch on all four; serve public content through CloudFront.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html',
  ],
  frameworks: { 'cis-aws-7.0': ['3.1.4'] },
  messages: { off: '{setting} is off for the account' },
  examples: {
    good: [{ name: 'all on', config: account({}) }],
    bad: [
      {
        name: 'one off',
        config: account({ PublicAccessBlock: { ...block(true), IgnorePublicAcls: false } }),
        reports: [{ message: 'off', subject: { setting: 'IgnorePublicAcls' } }],
      },
      {
        name: 'no block',
        config: account({ PublicAccessBlock: null }),
        reports: publicAccessSwitches.map((setting) => ({ message: 'off' as const, subject: { setting } })),
      },
    ],
  },
  run: ({ config, report }) => {
    const switches = config.PublicAccessBlock ?? null;
    for (const setting of publicAccessSwitches) {
      if (switches?.[setting] === true) continue;
      const isSet = switches !== null && setting in switches;
      const evidence = isSet
        ? { path: `/PublicAccessBlock/${setting}`, value: false }
        : { path: '/PublicAccessBlock', value: switches };
      report('off', { subject: { setting }, evidence: [evidence] });
    }
  },
});
