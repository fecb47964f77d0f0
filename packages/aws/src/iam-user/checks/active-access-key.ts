/** Users with active access keys. */
import { defineCheck } from '@security-monkey/sdk';
import { keyId, user, userWithKey } from '../example.ts';
import { keyFinding, keysOf } from '../family/access-keys.ts';
import { iamUser } from '../watcher.ts';

export const activeAccessKey = defineCheck({
  id: 'aws.iam-user.active-access-key',
  watcher: iamUser,
  version: 1,
  score: 1,
  category: 'informational',
  title: 'An access key is active',
  why: 'An access key is a password without an end: whoever holds it acts as the user from anywhere until somebody withdraws it.',
  fix: 'Prefer roles with short-lived credentials; delete keys that nobody needs.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html'],
  frameworks: {},
  messages: { active: 'Access key {key} is active' },
  examples: {
    good: [
      { name: 'no key', config: user({}) },
      { name: 'its neighbour: inactive', config: userWithKey('2025-12-01', '2025-12-31', 'Inactive') },
    ],
    bad: [
      {
        name: 'active',
        config: userWithKey('2025-12-01', '2025-12-31', 'Active'),
        reports: [{ message: 'active', subject: { key: keyId } }],
      },
    ],
  },
  run: ({ config, report }) => {
    for (const found of keysOf(config)) {
      if (found.key.Status === 'Active') report('active', keyFinding(found, ['Status']));
    }
  },
});
