/** Accounts whose root user has been used of late. */
import { daysOption, defineCheck, isPast } from '@security-monkey/sdk';
import { account, rootCredentials } from '../example.ts';
import { awsAccount } from '../watcher.ts';

export const rootUsed = defineCheck({
  id: 'aws.account.root-used',
  watcher: awsAccount,
  version: 1,
  score: 3,
  category: 'insecure-configuration',
  title: 'The root user is used',
  why: 'Daily work as root has no limits and no name: a slip does the greatest harm, and the log does not tell who.',
  fix: 'Work by roles. Keep root for the few tasks that need it, and have an alarm tell of its use.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html'],
  frameworks: { 'cis-aws-7.0': ['2.7'] },
  messages: { used: 'The root user signed in by {credential} on {used}' },
  options: daysOption(90),
  examples: {
    good: [
      { name: 'never used', config: account({}) },
      {
        name: 'last used 90 days ago',
        config: account({
          RootCredentials: rootCredentials({ password_last_used: '2025-10-03T00:00:00+00:00' }),
        }),
      },
    ],
    bad: [
      {
        name: 'password used 89 days ago',
        config: account({
          RootCredentials: rootCredentials({ password_last_used: '2025-10-04T00:00:00+00:00' }),
        }),
        reports: [{ message: 'used', subject: { credential: 'password' } }],
      },
      {
        name: 'second key used',
        config: account({
          RootCredentials: rootCredentials({ access_key_2_last_used_date: '2025-12-31T00:00:00+00:00' }),
        }),
        reports: [{ message: 'used', subject: { credential: 'access key 2' } }],
      },
    ],
  },
  run: ({ config, options, report, ...time }) => {
    for (const [credential, column] of uses) {
      const used = config.RootCredentials?.[column] ?? '';
      // No date stands for no use: 'N/A', 'no_information', 'not_supported'.
      if (Number.isNaN(Date.parse(used)) || isPast(used, options.days, time)) continue;
      report('used', {
        subject: { credential },
        evidence: [{ path: `/RootCredentials/${column}`, value: used }],
        details: { used: used.slice(0, 10) },
      });
    }
  },
});

const uses = [
  ['password', 'password_last_used'],
  ['access key 1', 'access_key_1_last_used_date'],
  ['access key 2', 'access_key_2_last_used_date'],
] as const;
