/** The IAM users of both accounts. */
import { planes } from './known.ts';
import { permissionCaseNames, permissionCases } from './permission-cases.ts';
import type { UserSpec } from './user.ts';

const yesterday = 1;

export const prodUsers: readonly UserSpec[] = [
  // Passwords.
  {
    name: 'ada',
    password: { age: 200, used: yesterday },
    hasMfa: true,
    groups: ['developers'],
    tags: { ...planes, team: 'payments' },
  },
  { name: 'ben-without-mfa', password: { age: 10, used: yesterday } },
  { name: 'cleo-long-away', password: { age: 200, used: 46 }, hasMfa: true },
  { name: 'dan-away', password: { age: 200, used: 44 }, hasMfa: true },
  { name: 'eve-never-signed-in', password: { age: 46 }, hasMfa: true },
  { name: 'fay-not-signed-in-yet', password: { age: 44 }, hasMfa: true },

  // Access keys.
  { name: 'key-of-today', keys: [{ name: 'new', age: 0 }] },
  { name: 'key-of-91-days', keys: [{ name: 'old', age: 91 }], keysUsed: yesterday },
  { name: 'key-of-89-days', keys: [{ name: 'nearly-old', age: 89 }], keysUsed: yesterday },
  { name: 'key-unused-for-91-days', keys: [{ name: 'forgotten', age: 300 }], keysUsed: 91 },
  { name: 'key-unused-for-89-days', keys: [{ name: 'nearly-forgotten', age: 300 }], keysUsed: 89 },
  { name: 'key-never-used-in-46-days', keys: [{ name: 'idle', age: 46 }] },
  { name: 'key-never-used-in-44-days', keys: [{ name: 'nearly-idle', age: 44 }] },
  { name: 'key-withdrawn', keys: [{ name: 'withdrawn', age: 300, isInactive: true }] },
  {
    name: 'key-being-replaced',
    keys: [
      { name: 'second', age: 2 },
      { name: 'first', age: 300, isInactive: true },
    ],
    keysUsed: yesterday,
  },
  {
    name: 'person-and-program',
    password: { age: 10, used: yesterday },
    hasMfa: true,
    keys: [{ name: 'of-program', age: 10 }],
    keysUsed: yesterday,
  },
  {
    name: 'person-and-former-program',
    password: { age: 10, used: yesterday },
    hasMfa: true,
    keys: [{ name: 'of-former-program', age: 10, isInactive: true }],
  },
  { name: 'without-credentials' },

  // What she may do.
  { name: 'with-attached-policy', attached: ['listing-of-buckets'] },
  { name: 'bounded-only', boundary: 'listing-of-buckets' },
  { name: 'administrator-by-group', groups: ['may-everything'] },
  { name: 'administrator-by-group-bounded', groups: ['may-everything'], boundary: 'listing-of-buckets' },
  {
    name: 'administrator-bounded',
    inline: { own: permissionCases.everything },
    boundary: 'listing-of-buckets',
  },
  { name: 'can-take-keys-by-group', groups: ['may-keys-of-anyone'] },
  ...permissionCaseNames.map((name) => ({ name: `may-${name}`, inline: { own: permissionCases[name] } })),
];

export const partnerUsers: readonly UserSpec[] = [
  { name: 'grace', password: { age: 100, used: yesterday }, hasMfa: true, groups: ['staff'] },
  { name: 'hal-without-mfa', password: { age: 100, used: 46 } },
  { name: 'partner-key-of-100-days', keys: [{ name: 'older', age: 100 }], keysUsed: 0 },
  { name: 'partner-administrator', inline: { all: permissionCases.everything } },
];
