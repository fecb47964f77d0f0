/** What must be found in the KMS keys of both accounts, written from the meaning of the rules. */
import { partner, planes, prod, stranger, vendor } from '../estate/known.ts';
import { roleArn } from '../estate/statements.ts';
import type { Expected } from './expected.ts';

const us = { account: 'prod', technology: 'aws.kms-key', region: 'us-east-1' } as const;
const eu = { ...us, region: 'eu-west-1' } as const;

const notRotated = 'rotation-disabled off setting=rotation (1)';
const everyone = 'policy-internet-accessible granted principal=* (10)';
const friend = (principal: string) => `policy-friendly-account granted principal=${principal} (0)`;
const unknown = (principal: string) => `policy-unknown-access granted principal=${principal} (10)`;
const whole = (principal: string) => `policy-cross-account-root granted principal=${principal} (6)`;
const granted = (standing: string, account: string, operations: string) =>
  `grant-${standing}-account granted account=${account} operations=${operations}`;

export const expectedKeys: readonly Expected[] = [
  {
    ...us,
    name: 'for-the-account',
    issues: [],
    nearly: ['rotation-disabled off', 'policy-cross-account-root granted'],
    why: 'rotated; the whole account, but the account itself, as KMS writes it',
  },
  { ...us, name: 'not-rotated', issues: [notRotated], why: 'rotation is off' },
  {
    ...us,
    name: 'in-two-regions',
    issues: [notRotated],
    why: 'the primary key of several regions is rotated for all of them, and is not',
  },
  {
    ...eu,
    name: 'in-two-regions',
    issues: [],
    nearly: ['rotation-disabled off'],
    why: 'the replica is rotated with its primary key, nowhere else',
  },
  {
    ...eu,
    name: 'signing',
    issues: [],
    nearly: ['rotation-disabled off'],
    why: 'an asymmetric key cannot be rotated',
  },
  {
    ...us,
    name: 'imported',
    issues: [],
    nearly: ['rotation-disabled off'],
    why: 'material that is imported is not rotated by KMS',
  },
  {
    ...us,
    name: 'disabled',
    issues: [],
    nearly: ['rotation-disabled off'],
    why: 'nobody can use the key, and KMS rotates none that is disabled',
  },
  {
    ...eu,
    name: 'to-be-deleted',
    issues: [],
    nearly: ['rotation-disabled off'],
    why: 'the key will be gone, and KMS rotates none that waits for it',
  },
  {
    ...us,
    name: 'of-aws',
    issues: [],
    nearly: ['rotation-disabled off', 'policy-internet-accessible granted'],
    why: 'AWS keeps the key, its policy and its rotation: nobody here can change them',
  },
  {
    ...eu,
    name: 'tagged',
    tags: { ...planes, team: 'payments' },
    issues: [],
    why: 'tags are only tags, from whichever plane of Unicode',
  },

  {
    ...us,
    name: 'for-everyone',
    issues: [everyone],
    nearly: ['policy-unknown-access granted'],
    why: 'whoever has an account at AWS may decrypt',
  },
  {
    ...eu,
    name: 'for-everyone-through-s3',
    issues: [everyone],
    why: 'the service through which somebody comes does not say who it is',
  },
  {
    ...us,
    name: 'for-everyone-of-the-account',
    issues: [],
    nearly: ['policy-internet-accessible granted', 'policy-unknown-access granted'],
    why: 'everyone of the account itself, through S3: so AWS writes the policies of its own keys',
  },
  {
    ...us,
    name: 'for-everyone-of-partner',
    issues: [friend('*')],
    nearly: ['policy-internet-accessible granted', 'policy-cross-account-root granted'],
    why: 'the condition holds everyone to one of our accounts',
  },
  {
    ...us,
    name: 'for-partner',
    issues: [friend(partner), whole(partner)],
    nearly: ['policy-third-party-account granted', 'policy-unknown-access granted'],
    why: 'one of our accounts, as a whole',
  },
  {
    ...us,
    name: 'for-role-of-vendor',
    issues: [`policy-third-party-account granted principal=${roleArn('vendor')} (0)`],
    nearly: ['policy-friendly-account granted', 'policy-unknown-access granted'],
    why: 'one role of a third party on record',
  },
  {
    ...us,
    name: 'for-stranger',
    issues: [unknown(stranger), whole(stranger)],
    why: 'nobody on record has that account',
  },
  {
    ...eu,
    name: 'for-role-of-stranger',
    issues: [unknown(roleArn('stranger'))],
    nearly: ['policy-cross-account-root granted', 'policy-third-party-account granted'],
    why: 'one role of an account that nobody here knows',
  },
  {
    ...eu,
    name: 'for-stranger-with-our-role',
    issues: [],
    nearly: ['policy-unknown-access granted', 'policy-friendly-account granted'],
    why: 'a role of one account never is of another: the condition lets nobody in',
  },
  {
    ...us,
    name: 'for-deleted-user',
    issues: ['policy-malformed unreadable part=the principal AIDAEXAMPLEEXAMPLEXYZ has been deleted (3)'],
    nearly: ['policy-unknown-access granted'],
    why: 'the id is what is left of a user that is gone: nobody has it any more',
  },
  {
    ...us,
    name: 'with-actions-not-made-yet',
    issues: [],
    nearly: ['policy-malformed unreadable'],
    why: 'an action that nobody knows is good grammar: services get new ones',
  },

  {
    ...us,
    name: 'granted-to-partner',
    issues: [`${granted('friendly', partner, 'Decrypt, Encrypt')} (0)`],
    nearly: ['grant-third-party-account granted', 'grant-unknown-account granted'],
    why: 'a role of one of our accounts; the operations are a set',
  },
  {
    ...eu,
    name: 'granted-to-vendor',
    issues: [`${granted('third-party', vendor, 'Decrypt')} (0)`],
    nearly: ['grant-friendly-account granted', 'grant-unknown-account granted'],
    why: 'a role of a third party on record',
  },
  {
    ...us,
    name: 'granted-to-stranger',
    issues: [
      `${granted('unknown', stranger, 'CreateGrant')} (10)`,
      `${granted('unknown', stranger, 'Decrypt')} (10)`,
    ],
    nearly: ['policy-unknown-access granted'],
    why: 'two roles may the same, the account as a whole something else: what an account may is told once',
  },
  {
    ...us,
    name: 'granted-to-ourselves',
    issues: [],
    nearly: [
      'grant-friendly-account granted',
      'grant-third-party-account granted',
      'grant-unknown-account granted',
    ],
    why: 'a role of the account itself, and a service that acts for it',
  },
  {
    ...eu,
    name: 'granted-to-nobody',
    issues: [],
    nearly: ['grant-unknown-account granted'],
    why: 'the role to which it was granted is gone, and only its id is left',
  },

  {
    ...eu,
    account: 'partner',
    name: 'for-the-account',
    issues: [],
    nearly: ['policy-cross-account-root granted'],
    why: 'the whole account, but the account itself',
  },
  {
    ...us,
    account: 'partner',
    name: 'for-role-of-prod',
    issues: [friend(roleArn('prod'))],
    nearly: ['policy-unknown-access granted'],
    why: 'seen from here the first account is the friend',
  },
  {
    ...us,
    account: 'partner',
    name: 'granted-to-prod',
    issues: [`${granted('friendly', prod, 'Decrypt')} (0)`],
    nearly: ['grant-unknown-account granted'],
    why: 'seen from here the first account is the friend',
  },
  { ...eu, account: 'partner', name: 'not-rotated', issues: [notRotated], why: 'rotation is off' },
];
