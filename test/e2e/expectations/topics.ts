/** What must be found in the topics of both accounts, written from the meaning of the rules. */
import { partner, planes, prod, stranger, vendor } from '../estate/known.ts';
import { roleArn } from '../estate/statements.ts';
import type { Expected } from './expected.ts';

const us = { account: 'prod', technology: 'aws.sns-topic', region: 'us-east-1' } as const;
const eu = { ...us, region: 'eu-west-1' } as const;

const everyone = 'policy-internet-accessible granted principal=* (10)';
const friend = (principal: string) => `policy-friendly-account granted principal=${principal} (0)`;
const thirdParty = (principal: string) => `policy-third-party-account granted principal=${principal} (0)`;
const unknown = (principal: string) => `policy-unknown-access granted principal=${principal} (10)`;
const whole = (principal: string) => `policy-cross-account-root granted principal=${principal} (6)`;
const unreadable = (part: string) => `policy-malformed unreadable part=${part} (3)`;
const empty = 'policy-empty empty part=policy (1)';

type Copy = { readonly account: string; readonly endpoint: string; readonly protocol: string };
const copied = (standing: string, { account, endpoint, protocol }: Copy) =>
  `subscription-${standing}-account subscribed account=${account} endpoint=${endpoint} protocol=${protocol}`;
const copiedToFriend = (copy: Copy) => `${copied('friendly', copy)} (0)`;
const copiedToThirdParty = (copy: Copy) => `${copied('third-party', copy)} (0)`;
const copiedToStranger = (copy: Copy) => `${copied('unknown', copy)} (10)`;

export const expectedTopics: readonly Expected[] = [
  {
    ...us,
    name: 'as-made',
    issues: [],
    nearly: ['policy-internet-accessible granted', 'policy-empty empty'],
    why: 'the policy that SNS writes names everyone, held to the owner of the topic',
  },
  {
    ...us,
    name: 'tagged',
    tags: { ...planes, team: 'payments' },
    issues: [],
    why: 'tags are only tags, from whichever plane of Unicode',
  },
  {
    ...eu,
    name: 'for-everyone',
    issues: [everyone],
    nearly: ['policy-unknown-access granted'],
    why: 'everyone may publish',
  },
  {
    ...us,
    name: 'for-everyone-with-our-mail',
    issues: [everyone],
    why: 'the address where messages go does not say who asks for them',
  },
  {
    ...us,
    name: 'for-strange-organization',
    issues: [unknown('*')],
    nearly: ['policy-internet-accessible granted'],
    why: 'everyone of an organisation that is not ours',
  },
  {
    ...us,
    name: 'for-everyone-but-all-others',
    issues: [],
    nearly: ['policy-internet-accessible granted', 'policy-unknown-access granted'],
    why: 'everyone may, and everyone but one role of the account is denied',
  },

  {
    ...us,
    name: 'for-partner',
    issues: [friend(partner), whole(partner)],
    nearly: ['policy-third-party-account granted', 'policy-unknown-access granted'],
    why: 'one of our accounts, as a whole',
  },
  {
    ...eu,
    name: 'for-role-of-partner',
    issues: [friend(roleArn('partner'))],
    nearly: ['policy-cross-account-root granted'],
    why: 'one role of one of our accounts',
  },
  {
    ...eu,
    name: 'for-role-of-vendor',
    issues: [thirdParty(roleArn('vendor'))],
    nearly: ['policy-friendly-account granted', 'policy-cross-account-root granted'],
    why: 'one role of a third party on record',
  },
  {
    ...us,
    name: 'for-stranger',
    issues: [unknown(stranger), whole(stranger)],
    nearly: ['policy-third-party-account granted'],
    why: 'nobody on record has that account',
  },
  {
    ...us,
    name: 'for-stranger-until-2020',
    issues: [],
    nearly: ['policy-unknown-access granted', 'policy-cross-account-root granted'],
    why: 'the permission has ended and cannot begin again',
  },
  {
    ...eu,
    name: 'for-own-alarms',
    issues: [],
    nearly: ['policy-unknown-access granted'],
    why: 'a service of AWS, on behalf of the account itself',
  },

  { ...us, name: 'without-statements', issues: [empty], why: 'the list of statements is there, and empty' },
  {
    ...eu,
    name: 'without-members',
    issues: [empty],
    nearly: ['policy-malformed unreadable'],
    why: 'an empty document, which some services write for none',
  },
  {
    ...us,
    name: 'for-nobody',
    issues: [],
    nearly: ['policy-empty empty', 'policy-internet-accessible granted'],
    why: 'the one statement only denies, but it is one',
  },
  {
    ...us,
    name: 'misspelt-operator',
    issues: [everyone, unreadable('the condition StringIs aws:sourceaccount is of no known form')],
    why: 'an operator that there is not holds nobody back',
  },
  {
    ...eu,
    name: 'without-principal',
    issues: [unreadable('names no principal')],
    nearly: ['policy-empty empty', 'policy-internet-accessible granted'],
    why: 'a resource’s policy has to say whom it is about; without that it lets nobody in',
  },

  {
    ...us,
    name: 'copied-to-itself',
    issues: [],
    nearly: [
      'subscription-friendly-account subscribed',
      'subscription-third-party-account subscribed',
      'subscription-unknown-account subscribed',
    ],
    why: 'a queue of the account, a mail address and a webhook that the account itself has subscribed',
  },
  {
    ...us,
    name: 'copied-to-partner',
    issues: [
      copiedToFriend({
        account: partner,
        endpoint: `arn:aws:sqs:us-east-1:${partner}:copies`,
        protocol: 'sqs',
      }),
    ],
    nearly: ['subscription-third-party-account subscribed', 'subscription-unknown-account subscribed'],
    why: 'a queue of one of our accounts',
  },
  {
    ...eu,
    name: 'copied-to-vendor',
    issues: [
      copiedToThirdParty({
        account: vendor,
        endpoint: `arn:aws:lambda:eu-west-1:${vendor}:function:copies`,
        protocol: 'lambda',
      }),
      copiedToThirdParty({ account: vendor, endpoint: 'audit@vendor.example', protocol: 'email' }),
    ],
    nearly: ['subscription-friendly-account subscribed', 'subscription-unknown-account subscribed'],
    why: 'a function of a third party, and an address that it has subscribed itself',
  },
  {
    ...us,
    name: 'copied-to-stranger',
    issues: [
      copiedToStranger({ account: stranger, endpoint: 'https://hooks.example.com', protocol: 'https' }),
      copiedToStranger({
        account: stranger,
        endpoint: `arn:aws:sqs:us-east-1:${stranger}:copies`,
        protocol: 'sqs',
      }),
    ],
    nearly: ['subscription-third-party-account subscribed'],
    why: 'a webhook that a stranger subscribed, told by its host only, and a queue of hers that we subscribed',
  },
  {
    ...eu,
    name: 'copied-by-stranger-to-us',
    issues: [
      copiedToStranger({
        account: stranger,
        endpoint: `arn:aws:sqs:eu-west-1:${prod}:written-by-eve`,
        protocol: 'sqs',
      }),
    ],
    why: 'the queue is ours, but who subscribed it decides what it gets',
  },
  {
    ...us,
    name: 'copied-to-stranger-who-waits',
    issues: [],
    nearly: ['subscription-unknown-account subscribed'],
    why: 'until the endpoint consents it gets nothing',
  },

  {
    ...eu,
    account: 'partner',
    name: 'as-made',
    issues: [],
    nearly: ['policy-internet-accessible granted'],
    why: 'the policy that SNS writes, for the other account',
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
    name: 'copied-to-prod',
    issues: [
      copiedToFriend({ account: prod, endpoint: `arn:aws:sqs:us-east-1:${prod}:copies`, protocol: 'sqs' }),
    ],
    nearly: ['subscription-unknown-account subscribed'],
    why: 'a queue of the first account, which is a friend here',
  },
  {
    ...eu,
    account: 'partner',
    name: 'for-everyone',
    issues: [everyone],
    why: 'everyone, in the longer form',
  },
];
