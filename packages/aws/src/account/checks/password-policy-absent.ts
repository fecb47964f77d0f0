/** Accounts without a password policy. */
import { defineCheck } from '@security-monkey/sdk';
import { account } from '../example.ts';
import { awsAccount } from '../watcher.ts';

export const passwordPolicyAbsent = defineCheck({
  id: 'aws.account.password-policy-absent',
  watcher: awsAccount,
  version: 1,
  score: 3,
  category: 'insecure-configuration',
  title: 'The account has no password policy',
  why: 'Without a policy of its own the account takes every password that AWS takes for good enough.',
  fix: 'Set a password policy with a length of at least 14 that remembers 24 passwords.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  frameworks: {},
  messages: { absent: 'The account has no {setting}' },
  examples: {
    good: [{ name: 'a policy', config: account({}) }],
    bad: [
      {
        name: 'none',
        config: account({ PasswordPolicy: null }),
        reports: [{ message: 'absent', subject: { setting: 'password policy' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    if (config.PasswordPolicy !== null) return;
    report('absent', {
      subject: { setting: 'password policy' },
      evidence: [{ path: '/PasswordPolicy', value: null }],
    });
  },
});
