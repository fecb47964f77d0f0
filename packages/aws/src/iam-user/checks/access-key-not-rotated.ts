/** Users whose active access keys have not been renewed for long. */
import { daysOption, defineCheck, isPast } from '@security-monkey/sdk';
import { keyId, userWithKey } from '../example.ts';
import { keyFinding, keysOf } from '../family/access-keys.ts';
import { iamUser } from '../watcher.ts';

export const accessKeyNotRotated = defineCheck({
  id: 'aws.iam-user.access-key-not-rotated',
  watcher: iamUser,
  version: 1,
  score: 1,
  category: 'needs-rotation',
  title: 'An access key is old',
  why: 'The longer a key lives, the more places it has been copied to, and the longer a lost one is of use to whoever found it.',
  fix: 'Make a second key, move its users there, then switch off and delete the old one.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html'],
  frameworks: { 'cis-aws-7.0': ['2.12'] },
  messages: { old: 'Access key {key} was made on {since} and not renewed' },
  options: daysOption(90),
  examples: {
    good: [
      { name: 'made 89 days ago', config: userWithKey('2025-10-04', '2025-12-31') },
      { name: 'old but inactive', config: userWithKey('2024-01-01', '2024-01-02', 'Inactive') },
      {
        name: 'within the days that the option gives',
        config: userWithKey('2025-01-01', '2025-12-31'),
        options: { days: 400 },
      },
    ],
    bad: [
      {
        name: 'made 90 days ago',
        config: userWithKey('2025-10-03', '2025-12-31'),
        reports: [{ message: 'old', subject: { key: keyId } }],
      },
    ],
  },
  run: ({ config, options, ...time }) => {
    for (const found of keysOf(config)) {
      const { CreateDate, Status } = found.key;
      if (Status !== 'Active' || !isPast(CreateDate, options.days, time)) continue;
      time.report('old', {
        ...keyFinding(found, ['CreateDate', 'Status']),
        details: { since: CreateDate.slice(0, 10) },
      });
    }
  },
});
