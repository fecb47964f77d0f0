/** Service accounts whose keys have not been renewed for long. */
import { daysOption, defineCheck, isPast } from '@security-monkey/sdk';
import { serviceAccount, userKey } from '../example.ts';
import { isInUse, userKeysOf } from '../family/user-keys.ts';
import { iamServiceAccount } from '../watcher.ts';

const withKey = (day: string, fields = {}) => serviceAccount({ keys: [userKey('a1', day, fields)] });

export const keyNotRotated = defineCheck({
  id: 'gcp.iam-service-account.key-not-rotated',
  watcher: iamServiceAccount,
  version: 1,
  score: 3,
  category: 'needs-rotation',
  title: 'A key of the service account is old',
  why: 'The longer a key lives, the more places it has been copied to, and the longer a lost one is of use to whoever found it. Keys do not end by themselves.',
  fix: 'Make a second key, move its users there, then disable and delete the old one. Better still, use no keys.',
  links: ['https://cloud.google.com/iam/docs/key-rotation'],
  frameworks: { 'cis-gcp-5.0': ['1.8'] },
  messages: { old: 'Key {key} was made on {since} and not renewed' },
  options: daysOption(90),
  examples: {
    good: [
      { name: 'made 89 days ago', config: withKey('2025-10-04') },
      { name: 'old but disabled', config: withKey('2024-01-01', { disabled: true }) },
      { name: 'old and over', config: withKey('2024-01-01', { validBeforeTime: '2025-01-01T00:00:00Z' }) },
      {
        name: 'within the days that the option gives',
        config: withKey('2025-01-01'),
        options: { days: 400 },
      },
    ],
    bad: [
      {
        name: 'made 90 days ago',
        config: withKey('2025-10-03'),
        reports: [{ message: 'old', subject: { key: 'a1' } }],
      },
    ],
  },
  run: ({ config, options, ...time }) => {
    for (const found of userKeysOf(config)) {
      const { key, id, path } = found;
      if (!isInUse(found, time.now)) continue;
      if (key.validBeforeTime !== undefined) time.lookAgainAt(Date.parse(key.validBeforeTime));
      if (key.validAfterTime === undefined) throw new Error('IAM did not say since when the key is valid');
      if (!isPast(key.validAfterTime, options.days, time)) continue;
      time.report('old', {
        subject: { key: id },
        evidence: [
          { path: `${path}/name`, value: key.name },
          { path: `${path}/validAfterTime`, value: key.validAfterTime },
        ],
        details: { since: key.validAfterTime.slice(0, 10) },
      });
    }
  },
});
