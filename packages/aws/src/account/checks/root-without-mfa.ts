/** Accounts whose root user signs in by a password alone. */
import { defineCheck } from '@security-monkey/sdk';
import { isRootRemoved } from '../config.ts';
import { account, withoutRoot } from '../example.ts';
import { awsAccount } from '../watcher.ts';

export const rootWithoutMfa = defineCheck({
  id: 'aws.account.root-without-mfa',
  watcher: awsAccount,
  version: 1,
  score: 10,
  category: 'insecure-configuration',
  title: 'The root user has no MFA',
  why: 'The password alone, or a reset by mail, opens everything there is in the account.',
  fix: 'Register two MFA devices for the root user, or have the organisation remove its credentials.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html'],
  frameworks: { 'cis-aws-7.0': ['2.5'] },
  messages: { absent: 'The root user has no MFA device' },
  examples: {
    good: [
      { name: 'MFA', config: account({}) },
      { name: 'credentials that the organisation has removed', config: withoutRoot({}) },
    ],
    bad: [
      {
        name: 'no MFA',
        config: account({ Summary: { AccountMFAEnabled: 0, AccountAccessKeysPresent: 0 } }),
        reports: [{ message: 'absent', subject: { setting: 'root MFA' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    if (config.Summary.AccountMFAEnabled !== 0 || isRootRemoved(config)) return;
    report('absent', {
      subject: { setting: 'root MFA' },
      evidence: [{ path: '/Summary/AccountMFAEnabled', value: 0 }],
    });
  },
});
