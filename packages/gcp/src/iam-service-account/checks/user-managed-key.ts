/** Service accounts with keys that somebody keeps. */
import { defineCheck } from '@security-monkey/sdk';
import { serviceAccount, userKey } from '../example.ts';
import { isInUse, userKeysOf } from '../family/user-keys.ts';
import { iamServiceAccount } from '../watcher.ts';

const expired = { validBeforeTime: '2025-12-31T00:00:00Z' };
const reports = [{ message: 'kept' as const, subject: { key: 'a1' } }];

export const userManagedKey = defineCheck({
  id: 'gcp.iam-service-account.user-managed-key',
  watcher: iamServiceAccount,
  version: 1,
  score: 3,
  category: 'recommendation',
  title: 'Somebody keeps a key of the service account',
  why: 'Whoever has the file can act as the service account from anywhere until the key is deleted. Such files are copied into images, repositories and laptops, and nothing but their holder protects them.',
  fix: 'Attach the service account to what runs as it, or let identities from elsewhere act as it by workload identity federation; then delete the key. The organization policy iam.disableServiceAccountKeyCreation keeps it so.',
  links: [
    'https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys',
    'https://cloud.google.com/iam/docs/workload-identity-federation',
  ],
  frameworks: { 'cis-gcp-5.0': ['1.5'] },
  messages: { kept: 'Somebody keeps the key {key}, made on {since}' },
  examples: {
    good: [
      { name: 'no keys', config: serviceAccount({}) },
      {
        name: 'a key of Google’s',
        config: serviceAccount({ keys: [userKey('a1', '2025-12-01', { keyType: 'SYSTEM_MANAGED' })] }),
      },
      {
        name: 'a disabled key',
        config: serviceAccount({ keys: [userKey('a1', '2025-12-01', { disabled: true })] }),
      },
      {
        name: 'a key that is over',
        config: serviceAccount({ keys: [userKey('a1', '2025-12-01', expired)] }),
      },
    ],
    bad: [
      { name: 'a key', config: serviceAccount({ keys: [userKey('a1', '2025-12-01')] }), reports },
      {
        name: 'a key that ends one day',
        config: serviceAccount({
          keys: [userKey('a1', '2025-12-01', { validBeforeTime: '2026-02-01T00:00:00Z' })],
        }),
        reports,
      },
    ],
  },
  run: ({ config, now, report, lookAgainAt }) => {
    for (const found of userKeysOf(config)) {
      if (!isInUse(found, now)) continue;
      const { key, id, path } = found;
      if (key.validBeforeTime !== undefined) lookAgainAt(Date.parse(key.validBeforeTime));
      report('kept', {
        subject: { key: id },
        evidence: [{ path: `${path}/name`, value: key.name }],
        details: { since: key.validAfterTime?.slice(0, 10) ?? 'an unknown day' },
      });
    }
  },
});
