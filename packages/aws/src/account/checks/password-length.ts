/** Accounts that allow short passwords. */
import { defineCheck } from '@security-monkey/sdk';
import { z } from 'zod';
import { account } from '../example.ts';
import { awsAccount } from '../watcher.ts';

export const passwordLength = defineCheck({
  id: 'aws.account.password-length',
  watcher: awsAccount,
  version: 1,
  score: 2,
  category: 'insecure-configuration',
  title: 'Passwords may be short',
  why: 'Each further character makes guessing a password many times as long.',
  fix: 'Raise the minimum length to at least 14.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  frameworks: { 'cis-aws-7.0': ['2.8'] },
  messages: { short: 'Passwords of {length} characters are allowed' },
  options: z.object({ min: z.int().min(6).max(128).default(14) }),
  examples: {
    good: [
      { name: '14', config: account({}) },
      { name: 'no policy, which another check tells', config: account({ PasswordPolicy: null }) },
      {
        name: 'as long as the option asks',
        config: account({ PasswordPolicy: { MinimumPasswordLength: 10 } }),
        options: { min: 10 },
      },
    ],
    bad: [
      {
        name: '13',
        config: account({ PasswordPolicy: { MinimumPasswordLength: 13 } }),
        reports: [{ message: 'short', subject: { setting: 'minimum length' } }],
      },
    ],
  },
  run: ({ config, options, report }) => {
    const length = config.PasswordPolicy?.MinimumPasswordLength;
    if (length === undefined || length >= options.min) return;
    report('short', {
      subject: { setting: 'minimum length' },
      evidence: [{ path: '/PasswordPolicy/MinimumPasswordLength', value: length }],
      details: { length },
    });
  },
});
