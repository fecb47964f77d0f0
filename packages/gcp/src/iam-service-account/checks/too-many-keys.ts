/** Service accounts with more keys than anybody needs. */
import { defineCheck } from '@security-monkey/sdk';
import { z } from 'zod';
import { serviceAccount, userKey } from '../example.ts';
import { userKeysOf } from '../family/user-keys.ts';
import { iamServiceAccount } from '../watcher.ts';

const keys = (count: number) =>
  Array.from({ length: count }, (_, index) => userKey(`key-${index}`, '2025-12-01'));

export const tooManyKeys = defineCheck({
  id: 'gcp.iam-service-account.too-many-keys',
  watcher: iamServiceAccount,
  version: 1,
  score: 7,
  category: 'insecure-configuration',
  title: 'The service account has many keys',
  why: 'Every key is a password that somebody keeps somewhere. Where one account has many, nobody knows any more who has which and which are still needed.',
  fix: 'Find out which keys are in use (the page of the service account tells when each last was), and delete the others. Better still, use no keys: attach the account, or let identities from elsewhere act as it.',
  links: [
    'https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys',
    'https://cloud.google.com/iam/docs/service-account-key-usage',
  ],
  frameworks: {},
  options: z.object({
    keys: z.int().min(0).default(4).describe('How many keys that users made a service account may have'),
  }),
  messages: { exceeded: 'It has {count} keys that users made, and {most} are allowed' },
  examples: {
    good: [
      { name: 'four keys', config: serviceAccount({ keys: keys(4) }) },
      {
        name: 'as many as the option gives',
        config: serviceAccount({ keys: keys(5) }),
        options: { keys: 5 },
      },
      {
        name: 'keys of Google’s beside them',
        config: serviceAccount({
          keys: [...keys(4), userKey('own', '2025-12-01', { keyType: 'SYSTEM_MANAGED' })],
        }),
      },
    ],
    bad: [
      {
        name: 'five keys',
        config: serviceAccount({ keys: keys(5) }),
        reports: [{ message: 'exceeded', subject: { setting: 'keys' } }],
      },
    ],
  },
  run: ({ config, options, report }) => {
    const found = userKeysOf(config);
    if (found.length <= options.keys) return;
    report('exceeded', {
      subject: { setting: 'keys' },
      evidence: found.map(({ key, path }) => ({ path: `${path}/name`, value: key.name })),
      details: { count: found.length, most: options.keys },
    });
  },
});
