/** What must be found in the IAM users of both accounts, written from the meaning of the rules. */
import { planes, prod } from '../estate/known.ts';
import { permissionCaseNames } from '../estate/permission-cases.ts';
import type { Expected } from './expected.ts';
import { expectedPermissions } from './permissions.ts';

const own = { account: 'prod', technology: 'aws.iam-user', region: 'global' } as const;
const theirs = { ...own, account: 'partner' } as const;

const active = (key: string) => `active-access-key active key=${key} (1)`;
const inactive = (key: string) => `inactive-access-key inactive key=${key} (0)`;
const old = (key: string) => `access-key-not-rotated old key=${key} (1)`;
const unusedKey = (key: string) => `access-key-unused unused key=${key} (1)`;
const unused = (credential: string) => `credentials-unused unused credential=${credential} (3)`;
const withoutMfa = 'console-without-mfa absent setting=MFA (1)';
const direct = (policy: string) => `direct-permissions direct policy=${policy} (1)`;

export const expectedUsers: readonly Expected[] = [
  {
    ...own,
    name: 'ada',
    tags: { ...planes, team: 'payments' },
    issues: [],
    nearly: [
      'console-without-mfa absent',
      'credentials-unused unused',
      'password-and-access-keys both',
      'direct-permissions direct',
    ],
    why: 'a password that she uses with a second factor, and permissions by a group',
  },
  { ...own, name: 'ben-without-mfa', issues: [withoutMfa], why: 'a password alone' },
  {
    ...own,
    name: 'cleo-long-away',
    issues: [unused('password')],
    why: 'the password was last used 46 days ago, of which 45 are told',
  },
  {
    ...own,
    name: 'dan-away',
    issues: [],
    nearly: ['credentials-unused unused'],
    why: 'the password was last used 44 days ago',
  },
  {
    ...own,
    name: 'eve-never-signed-in',
    issues: [unused('password')],
    why: 'never used in the 46 days that it is there',
  },
  {
    ...own,
    name: 'fay-not-signed-in-yet',
    issues: [],
    nearly: ['credentials-unused unused'],
    why: 'never used, but there for 44 days only',
  },

  {
    ...own,
    name: 'key-of-today',
    issues: [active('new')],
    nearly: ['access-key-not-rotated old', 'access-key-unused unused', 'inactive-access-key inactive'],
    why: 'never used, but made today',
  },
  {
    ...own,
    name: 'key-of-91-days',
    issues: [active('old'), old('old')],
    nearly: ['access-key-unused unused', 'credentials-unused unused'],
    why: 'in use, but never renewed',
  },
  {
    ...own,
    name: 'key-of-89-days',
    issues: [active('nearly-old')],
    nearly: ['access-key-not-rotated old'],
    why: 'a day before it is old',
  },
  {
    ...own,
    name: 'key-unused-for-91-days',
    issues: [active('forgotten'), old('forgotten'), unusedKey('forgotten'), unused('forgotten')],
    why: 'old, and of no use to anybody: told by the benchmark after 45 days, and after 90',
  },
  {
    ...own,
    name: 'key-unused-for-89-days',
    issues: [active('nearly-forgotten'), old('nearly-forgotten'), unused('nearly-forgotten')],
    nearly: ['access-key-unused unused'],
    why: 'a day before the 90',
  },
  {
    ...own,
    name: 'key-never-used-in-46-days',
    issues: [active('idle'), unused('idle')],
    nearly: ['access-key-unused unused', 'access-key-not-rotated old'],
    why: 'never used in the 46 days that it is there',
  },
  {
    ...own,
    name: 'key-never-used-in-44-days',
    issues: [active('nearly-idle')],
    nearly: ['credentials-unused unused'],
    why: 'never used, but there for 44 days only',
  },
  {
    ...own,
    name: 'key-withdrawn',
    issues: [inactive('withdrawn')],
    nearly: [
      'active-access-key active',
      'access-key-not-rotated old',
      'access-key-unused unused',
      'credentials-unused unused',
    ],
    why: 'old and unused, but it opens nothing',
  },
  {
    ...own,
    name: 'key-being-replaced',
    issues: [active('second'), inactive('first')],
    nearly: ['access-key-not-rotated old'],
    why: 'of two keys the old one is withdrawn',
  },
  {
    ...own,
    name: 'person-and-program',
    issues: [
      active('of-program'),
      'password-and-access-keys both setting=console password and access keys (1)',
    ],
    nearly: ['console-without-mfa absent'],
    why: 'a person and a program share the user',
  },
  {
    ...own,
    name: 'person-and-former-program',
    issues: [inactive('of-former-program')],
    nearly: ['password-and-access-keys both'],
    why: 'the program’s key is withdrawn',
  },
  {
    ...own,
    name: 'without-credentials',
    issues: [],
    nearly: ['console-without-mfa absent', 'active-access-key active', 'inactive-access-key inactive'],
    why: 'no password, so that no second factor is missing, and no keys',
  },

  {
    ...own,
    name: 'with-attached-policy',
    issues: [direct(`arn:aws:iam::${prod}:policy/listing-of-buckets`)],
    why: 'a managed policy, given to her and not to a group',
  },
  {
    ...own,
    name: 'bounded-only',
    issues: [],
    nearly: ['direct-permissions direct'],
    why: 'a boundary gives nothing',
  },
  {
    ...own,
    name: 'administrator-by-group',
    issues: ['effective-administrator administrator through=policies (9)'],
    nearly: ['administrator-access granted', 'privilege-escalation possible', 'direct-permissions direct'],
    why: 'no policy of her own says it, but her group may everything',
  },
  {
    ...own,
    name: 'administrator-by-group-bounded',
    issues: [],
    nearly: ['effective-administrator administrator', 'privilege-escalation possible'],
    why: 'her group may everything, her boundary leaves the names of buckets',
  },
  {
    ...own,
    name: 'administrator-bounded',
    issues: [direct('own')],
    nearly: ['administrator-access granted', 'effective-administrator administrator'],
    why: 'her policy allows everything, her boundary leaves the names of buckets',
  },
  {
    ...own,
    name: 'can-take-keys-by-group',
    issues: ['privilege-escalation possible path=credentials-access-key (7)'],
    nearly: ['credentials-exposure granted', 'effective-administrator administrator'],
    why: 'her group may make keys of others; the statement itself is told with the group',
  },
  ...permissionCaseNames.map((name): Expected => {
    const { issues, nearly, together = [], nearlyTogether = [], why } = expectedPermissions[name];
    return {
      ...own,
      name: `may-${name}`,
      issues: [...issues, ...together, direct('own')],
      nearly: [...nearly, ...nearlyTogether],
      why: `${why}; by an inline policy`,
    };
  }),

  {
    ...theirs,
    name: 'grace',
    issues: [],
    nearly: ['console-without-mfa absent', 'credentials-unused unused'],
    why: 'a password that she uses with a second factor',
  },
  {
    ...theirs,
    name: 'hal-without-mfa',
    issues: [withoutMfa, unused('password')],
    why: 'a password alone, and not used for 46 days',
  },
  {
    ...theirs,
    name: 'partner-key-of-100-days',
    issues: [active('older'), old('older')],
    nearly: ['access-key-unused unused', 'credentials-unused unused'],
    why: 'used today, but never renewed',
  },
  {
    ...theirs,
    name: 'partner-administrator',
    issues: ['administrator-access granted resources=* (10)', direct('all')],
    nearly: ['effective-administrator administrator'],
    why: 'every action on everything',
  },
];
