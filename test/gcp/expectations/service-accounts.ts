/** What must be found in service accounts, written from the meaning of the rules. */
import { kim, stranger, vendor } from '../resources/known.ts';
import { strangePool } from '../resources/service-accounts.ts';
import type { Expected } from './expected.ts';

const account = (name: string) => ({
  account: 'acme-web',
  technology: 'gcp.iam-service-account',
  region: 'global',
  name: `${name}@acme-web.iam.gserviceaccount.com`,
});

const kept = (key: string) => `user-managed-key kept key=${key} (3)`;

export const expectedServiceAccounts: readonly Expected[] = [
  { ...account('keyless'), issues: [], nearly: ['user-managed-key kept'], why: 'nobody keeps a key' },
  {
    ...account('key-of-a-month'),
    issues: [kept('young')],
    nearly: ['key-not-rotated old', 'too-many-keys exceeded'],
    why: 'somebody keeps a key',
  },
  {
    ...account('key-of-89-days'),
    issues: [kept('nearly-old')],
    nearly: ['key-not-rotated old'],
    why: 'a day before it is old',
  },
  {
    ...account('key-of-90-days'),
    issues: [kept('old'), 'key-not-rotated old key=old (3)'],
    why: 'old, and kept',
  },
  {
    ...account('key-switched-off'),
    issues: [],
    nearly: ['key-not-rotated old', 'user-managed-key kept'],
    why: 'old, but switched off',
  },
  {
    ...account('key-over'),
    issues: [],
    nearly: ['key-not-rotated old', 'user-managed-key kept'],
    why: 'old, but its time is over',
  },
  {
    ...account('five-keys'),
    issues: ['too-many-keys exceeded setting=keys (7)'],
    nearly: ['user-managed-key kept'],
    why: 'five keys, which are switched off and can be switched on again',
  },
  { ...account('four-keys'), issues: [], nearly: ['too-many-keys exceeded'], why: 'as many as there may be' },
  {
    ...account('acted-as-by-the-old-role'),
    issues: [`actor-role held member=${kim} (6)`],
    why: 'the role of old',
  },
  {
    ...account('attached-by-kim'),
    issues: [],
    nearly: ['actor-role held'],
    why: 'the role that replaced it',
  },
  { ...account('for-everyone'), issues: ['policy-public held member=allUsers (10)'], why: 'everyone' },
  {
    ...account('for-everyone-last-year'),
    issues: [],
    nearly: ['policy-public held'],
    why: 'everyone, until a day that is over',
  },
  {
    ...account('for-a-stranger'),
    issues: [`policy-unknown-member held member=${stranger} (10)`],
    why: 'a project that nobody knows',
  },
  {
    ...account('for-nobody-any-more'),
    issues: [],
    nearly: ['policy-unknown-member held'],
    why: 'who is deleted is nobody',
  },
  {
    ...account('for-a-vendor'),
    issues: [`policy-third-party-member held member=${vendor} (0)`],
    nearly: ['policy-unknown-member held'],
    why: 'a third party on record',
  },
  {
    ...account('for-our-cluster'),
    issues: [],
    nearly: ['policy-unknown-member held', 'policy-third-party-member held'],
    why: 'a workload of our own clusters',
  },
  {
    ...account('for-our-pool'),
    issues: [],
    nearly: ['policy-unknown-member held'],
    why: 'identities from elsewhere, by a pool of ours',
  },
  {
    ...account('for-a-strange-pool'),
    issues: [`policy-unknown-member held member=${strangePool} (10)`],
    why: 'a pool of a project that nobody knows',
  },
];
