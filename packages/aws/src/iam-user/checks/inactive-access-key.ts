/** Users with inactive access keys. */
import { defineCheck } from '@security-monkey/sdk';
import { keyId, user, userWithKey } from '../example.ts';
import { keyFinding, keysOf } from '../family/access-keys.ts';
import { iamUser } from '../watcher.ts';

export const inactiveAccessKey = defineCheck({
  id: 'aws.iam-user.inactive-access-key',
  watcher: iamUser,
  version: 1,
  score: 0,
  category: 'informational',
  title: 'An access key is inactive',
  why: 'An inactive key opens nothing, but anybody who may change keys can switch it on again. It shows that a key was withdrawn and not deleted.',
  fix: 'Delete the key when nobody misses it.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html'],
  frameworks: {},
  messages: { inactive: 'Access key {key} is inactive' },
  examples: {
    good: [
      { name: 'no key', config: user({}) },
      { name: 'its neighbour: active', config: userWithKey('2025-12-01', '2025-12-31', 'Active') },
    ],
    bad: [
      {
        name: 'inactive',
        config: userWithKey('2025-12-01', '2025-12-31', 'Inactive'),
        reports: [{ message: 'inactive', subject: { key: keyId } }],
      },
    ],
  },
  run: ({ config, report }) => {
    for (const found of keysOf(config)) {
      if (found.key.Status === 'Inactive') report('inactive', keyFinding(found, ['Status']));
    }
  },
});
