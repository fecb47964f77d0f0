/** Users whose active access keys nobody has used for long. */
import { daysOption, defineCheck, isPast } from '@security-monkey/sdk';
import { keyId, userWithKey } from '../example.ts';
import { keyFinding, keysOf, lastUseOf } from '../family/access-keys.ts';
import { iamUser } from '../watcher.ts';

export const accessKeyUnused = defineCheck({
  id: 'aws.iam-user.access-key-unused',
  watcher: iamUser,
  version: 1,
  score: 1,
  category: 'unused-access',
  title: 'An access key is not used',
  why: 'A key that nobody uses is missed by nobody when it is stolen.',
  fix: 'Switch the key off, and delete it when nobody misses it.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html'],
  frameworks: {},
  messages: { unused: 'Access key {key} has not been used since {since}' },
  options: daysOption(90),
  examples: {
    good: [
      { name: 'used 89 days ago', config: userWithKey('2024-01-01', '2025-10-04') },
      { name: 'never used, made 89 days ago', config: userWithKey('2025-10-04') },
      { name: 'unused but inactive', config: userWithKey('2024-01-01', '2024-01-02', 'Inactive') },
    ],
    bad: [
      {
        name: 'used 90 days ago',
        config: userWithKey('2024-01-01', '2025-10-03'),
        reports: [{ message: 'unused', subject: { key: keyId } }],
      },
      {
        name: 'never used, made 90 days ago',
        config: userWithKey('2025-10-03'),
        reports: [{ message: 'unused', subject: { key: keyId } }],
      },
    ],
  },
  run: ({ config, options, ...time }) => {
    for (const found of keysOf(config)) {
      const since = lastUseOf(config, found.key);
      if (found.key.Status !== 'Active' || !isPast(since, options.days, time)) continue;
      time.report('unused', {
        ...keyFinding(found, ['AccessKeyId', 'Status']),
        details: { since: since.slice(0, 10) },
      });
    }
  },
});
