/** What must be found in the queues of both accounts, written from the meaning of the rules. */
import { partner, planes, stranger, vendor } from '../estate/known.ts';
import { roleArn } from '../estate/statements.ts';
import type { Expected } from './expected.ts';

const us = { account: 'prod', technology: 'aws.sqs-queue', region: 'us-east-1' } as const;
const eu = { ...us, region: 'eu-west-1' } as const;

const everyone = 'policy-internet-accessible granted principal=* (10)';
const friend = (principal: string) => `policy-friendly-account granted principal=${principal} (0)`;
const thirdParty = (principal: string) => `policy-third-party-account granted principal=${principal} (0)`;
const unknown = (principal: string) => `policy-unknown-access granted principal=${principal} (10)`;
const whole = (principal: string) => `policy-cross-account-root granted principal=${principal} (6)`;
const unreadable = (part: string) => `policy-malformed unreadable part=${part} (3)`;
const notEncrypted = 'not-encrypted off setting=encryption (1)';

export const expectedQueues: readonly Expected[] = [
  {
    ...us,
    name: 'for-everyone',
    issues: [everyone],
    nearly: ['policy-unknown-access granted'],
    why: 'everyone may send; of whom nothing is known is told once only',
  },
  {
    ...eu,
    name: 'for-everyone-with-referer',
    issues: [everyone],
    why: 'the caller writes the referer as she likes',
  },
  {
    ...eu,
    name: 'for-everyone-by-https',
    issues: [everyone],
    why: 'the transport says nothing of who calls',
  },
  {
    ...us,
    name: 'for-everyone-until-2020',
    issues: [],
    nearly: ['policy-internet-accessible granted'],
    why: 'the permission has ended and cannot begin again',
  },
  {
    ...us,
    name: 'from-own-topic',
    issues: [],
    nearly: ['policy-internet-accessible granted', 'policy-unknown-access granted'],
    why: 'everyone, as long as a topic of the account itself sends',
  },
  {
    ...eu,
    name: 'from-topics-of-stranger',
    issues: [unknown('*')],
    nearly: ['policy-internet-accessible granted'],
    why: 'everyone who goes through the topics of an account that nobody here knows',
  },
  {
    ...us,
    name: 'for-everyone-of-vendor',
    issues: [thirdParty('*')],
    nearly: [
      'policy-internet-accessible granted',
      'policy-unknown-access granted',
      'policy-cross-account-root granted',
    ],
    why: 'the condition holds everyone to a third party on record; no principal names the account',
  },
  {
    ...us,
    name: 'for-everyone-at-office',
    issues: [],
    nearly: ['policy-internet-accessible granted', 'policy-unknown-access granted'],
    why: 'everyone at the networks of the allow-list',
  },
  {
    ...eu,
    name: 'for-everyone-at-stranger-net',
    issues: [unknown('*')],
    nearly: ['policy-internet-accessible granted'],
    why: 'everyone at a network that is on no list',
  },

  {
    ...us,
    name: 'for-own-role',
    issues: [],
    nearly: [
      'policy-friendly-account granted',
      'policy-third-party-account granted',
      'policy-unknown-access granted',
      'policy-cross-account-root granted',
    ],
    why: 'a role of the account itself',
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
    name: 'for-role-of-partner',
    issues: [friend(roleArn('partner'))],
    nearly: ['policy-cross-account-root granted'],
    why: 'one role of one of our accounts',
  },
  {
    ...us,
    name: 'for-vendor',
    issues: [thirdParty(vendor), whole(vendor)],
    nearly: ['policy-friendly-account granted', 'policy-unknown-access granted'],
    why: 'the number alone means the whole account, here of a third party',
  },
  {
    ...eu,
    name: 'for-role-of-vendor',
    issues: [thirdParty(roleArn('vendor'))],
    nearly: ['policy-cross-account-root granted'],
    why: 'one role of a third party',
  },
  {
    ...us,
    name: 'for-stranger',
    issues: [unknown(stranger), whole(stranger)],
    nearly: ['policy-internet-accessible granted', 'policy-third-party-account granted'],
    why: 'nobody on record has that account',
  },
  {
    ...eu,
    name: 'for-user-of-stranger',
    issues: [unknown(`arn:aws:iam::${stranger}:user/eve`)],
    nearly: ['policy-cross-account-root granted'],
    why: 'one user of an account that nobody here knows',
  },
  {
    ...eu,
    name: 'for-all-four',
    issues: [
      friend(roleArn('partner')),
      thirdParty(roleArn('vendor', 'scanner')),
      unknown(roleArn('stranger')),
    ],
    nearly: ['policy-cross-account-root granted'],
    why: 'one statement names four; the account itself as a whole is no issue',
  },
  {
    ...us,
    name: 'for-stranger-denied',
    issues: [],
    nearly: ['policy-unknown-access granted'],
    why: 'what the first statement gives, the second takes from everybody outside the account',
  },
  {
    ...us,
    name: 'for-service',
    issues: [],
    nearly: ['policy-internet-accessible granted', 'policy-unknown-access granted'],
    why: 'a service of AWS is no account',
  },
  {
    ...us,
    name: 'for-nobody',
    issues: [],
    nearly: ['policy-internet-accessible granted'],
    why: 'everyone is named, and denied',
  },

  {
    ...us,
    name: 'misspelt-effect',
    issues: [unreadable('Effect is neither Allow nor Deny')],
    nearly: ['policy-internet-accessible granted'],
    why: 'an effect that there is not gives nothing, and somebody should know',
  },
  {
    ...eu,
    name: 'for-deleted-role',
    issues: [unreadable('the principal AROAEXAMPLEEXAMPLEXYZ has been deleted')],
    nearly: ['policy-unknown-access granted'],
    why: 'the id is what is left of a principal that is gone: nobody has it any more',
  },
  {
    ...eu,
    name: 'written-in-an-unusual-way',
    issues: [],
    nearly: ['policy-malformed unreadable', 'policy-cross-account-root granted'],
    why: 'lists of one, letters of either case, NotAction and a quantifier are all good grammar',
  },

  { ...us, name: 'plain', issues: [notEncrypted], why: 'somebody has switched the encryption off' },
  {
    ...us,
    name: 'own-key',
    issues: [],
    nearly: ['not-encrypted off'],
    why: 'the keys of SQS are off, because a key of the account is used',
  },
  {
    ...eu,
    name: 'jobs.fifo',
    tags: { ...planes, team: 'payments' },
    issues: [],
    nearly: ['not-encrypted off'],
    why: 'encrypted as SQS does it by default, and without a policy',
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
    name: 'for-itself',
    issues: [],
    nearly: ['policy-friendly-account granted', 'policy-cross-account-root granted'],
    why: 'the whole account, but the account itself',
  },
  {
    ...eu,
    account: 'partner',
    name: 'for-everyone',
    issues: [everyone, notEncrypted],
    why: 'of the same name as a queue of the other account, and in plain text, too',
  },
  {
    ...eu,
    account: 'partner',
    name: 'for-role-of-vendor',
    issues: [thirdParty(roleArn('vendor'))],
    nearly: ['policy-unknown-access granted'],
    why: 'a third party to one of our accounts is one to all',
  },
];
