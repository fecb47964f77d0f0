/** Accounts that allow old passwords to be taken again. */
import { defineCheck } from '@security-monkey/sdk';
import { z } from 'zod';
import { account } from '../example.ts';
import { awsAccount } from '../watcher.ts';

export const passwordReuse = defineCheck({
  id: 'aws.account.password-reuse',
  watcher: awsAccount,
  version: 1,
  score: 2,
  category: 'insecure-configuration',
  title: 'Old passwords may be used again',
  why: 'A password that has leaked opens the console again when its owner comes back to it.',
  fix: 'Have the policy remember 24 passwords.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  frameworks: { 'cis-aws-7.0': ['2.9'] },
  messages: { allowed: 'The account remembers {count} old passwords' },
  options: z.object({ remembered: z.int().min(1).max(24).default(24) }),
  examples: {
    good: [
      { name: '24', config: account({}) },
      { name: 'no policy, which another check tells', config: account({ PasswordPolicy: null }) },
    ],
    bad: [
      {
        name: '23',
        config: account({ PasswordPolicy: { PasswordReusePrevention: 23 } }),
        reports: [{ message: 'allowed', subject: { setting: 'reuse prevention' } }],
      },
      {
        name: 'not set',
        config: account({ PasswordPolicy: { MinimumPasswordLength: 14 } }),
        reports: [{ message: 'allowed', subject: { setting: 'reuse prevention' } }],
      },
    ],
  },
  run: ({ config, options, report }) => {
    if (!config.PasswordPolicy) return;
    const count = config.PasswordPolicy.PasswordReusePrevention ?? 0;
    if (count >= options.remembered) return;
    report('allowed', {
      subject: { setting: 'reuse prevention' },
      evidence: [{ path: '/PasswordPolicy', value: count === 0 ? {} : { PasswordReusePrevention: count } }],
      details: { count },
    });
  },
});
