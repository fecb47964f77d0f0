/** Accounts whose root user has an access key. */
import { defineCheck } from '@security-monkey/sdk';
import { account } from '../example.ts';
import { awsAccount } from '../watcher.ts';

export const rootAccessKey = defineCheck({
  id: 'aws.account.root-access-key',
  watcher: awsAccount,
  version: 1,
  score: 10,
  category: 'insecure-configuration',
  title: 'The root user has an access key',
  why: 'Nothing in the account can hold back the root user: whoever finds the key owns everything.',
  fix: 'Delete the key. What needs keys gets a role.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html'],
  frameworks: { 'cis-aws-7.0': ['2.4'] },
  messages: { present: 'The account has a {credential}' },
  examples: {
    good: [{ name: 'no key', config: account({}) }],
    bad: [
      {
        name: 'a key',
        config: account({ Summary: { AccountMFAEnabled: 1, AccountAccessKeysPresent: 1 } }),
        reports: [{ message: 'present', subject: { credential: 'root access key' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    const present = config.Summary.AccountAccessKeysPresent;
    if (!present) return;
    report('present', {
      subject: { credential: 'root access key' },
      evidence: [{ path: '/Summary/AccountAccessKeysPresent', value: present }],
    });
  },
});
