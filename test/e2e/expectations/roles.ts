/** What must be found in the IAM roles of both accounts, written from the meaning of the rules. */
import { runnerName } from '../estate/function.ts';
import { partner, planes, prod, stranger, vendor } from '../estate/known.ts';
import { permissionCaseNames } from '../estate/permission-cases.ts';
import { roleArn } from '../estate/statements.ts';
import type { Expected } from './expected.ts';
import { expectedPermissions } from './permissions.ts';

const own = { account: 'prod', technology: 'aws.iam-role', region: 'global' } as const;
const theirs = { ...own, account: 'partner' } as const;

const everyone = 'trust-internet-accessible granted principal=* (10)';
const friend = (principal: string) => `trust-friendly-account granted principal=${principal} (0)`;
const thirdParty = (principal: string) => `trust-third-party-account granted principal=${principal} (0)`;
const unknown = (principal: string) => `trust-unknown-access granted principal=${principal} (10)`;
const whole = (principal: string) => `trust-cross-account-root granted principal=${principal} (6)`;
const withoutId = (account: string) => `trust-without-external-id unprotected account=${account} (3)`;
const administrator = 'effective-administrator administrator through=policies (9)';

export const expectedRoles: readonly Expected[] = [
  {
    ...own,
    name: runnerName,
    tags: { ...planes, team: 'payments' },
    issues: [],
    nearly: ['trust-internet-accessible granted', 'trust-unknown-access granted'],
    why: 'a service of AWS is no account',
  },
  {
    ...own,
    name: 'for-everyone',
    issues: [everyone],
    nearly: ['trust-unknown-access granted', 'trust-without-external-id unprotected'],
    why: 'everyone; an external id would not help where everyone is let in',
  },
  {
    ...own,
    name: 'for-everyone-with-id',
    issues: [everyone],
    nearly: ['trust-unknown-access granted'],
    why: 'an external id is no secret',
  },
  {
    ...own,
    name: 'for-everyone-of-the-account',
    issues: [],
    nearly: ['trust-internet-accessible granted', 'trust-without-external-id unprotected'],
    why: 'the condition holds everyone to the account itself',
  },
  {
    ...own,
    name: 'for-the-account',
    issues: [],
    nearly: ['trust-cross-account-root granted', 'trust-friendly-account granted'],
    why: 'the whole account, but the account itself',
  },
  {
    ...own,
    name: 'for-partner',
    issues: [friend(partner), whole(partner)],
    nearly: ['trust-without-external-id unprotected', 'trust-third-party-account granted'],
    why: 'one of our accounts, as a whole; among ourselves nobody needs an external id',
  },
  {
    ...own,
    name: 'for-role-of-partner',
    issues: [friend(roleArn('partner'))],
    nearly: ['trust-cross-account-root granted'],
    why: 'one role of one of our accounts',
  },
  {
    ...own,
    name: 'for-vendor-with-id',
    issues: [thirdParty(roleArn('vendor'))],
    nearly: ['trust-without-external-id unprotected', 'trust-unknown-access granted'],
    why: 'one role of a third party on record, with the id that tells its customers apart',
  },
  {
    ...own,
    name: 'for-vendor-without-id',
    issues: [thirdParty(roleArn('vendor')), withoutId(vendor)],
    nearly: ['trust-cross-account-root granted', 'trust-friendly-account granted'],
    why: 'whoever tells the third party the ARN of the role has it work here',
  },
  {
    ...own,
    name: 'for-vendor-with-mfa',
    issues: [thirdParty(vendor), whole(vendor)],
    nearly: ['trust-without-external-id unprotected'],
    why: 'people with a second factor act for themselves',
  },
  {
    ...own,
    name: 'for-stranger-with-id',
    issues: [unknown(stranger), whole(stranger)],
    nearly: ['trust-without-external-id unprotected', 'trust-third-party-account granted'],
    why: 'nobody on record has that account, whatever it knows',
  },
  {
    ...own,
    name: 'for-role-of-stranger',
    issues: [unknown(roleArn('stranger')), withoutId(stranger)],
    nearly: ['trust-cross-account-root granted'],
    why: 'one role of an account that nobody here knows, without an external id',
  },
  {
    ...own,
    name: 'for-provider-of-stranger',
    issues: [unknown(`arn:aws:iam::${stranger}:saml-provider/login`)],
    nearly: ['trust-open-federation open'],
    why: 'whom that provider vouches for is up to an account that nobody here knows',
  },
  {
    ...own,
    name: 'for-own-provider',
    issues: [],
    nearly: ['trust-unknown-access granted', 'trust-open-federation open'],
    why: 'a provider of the account itself',
  },
  {
    ...own,
    name: 'for-any-repository',
    issues: ['trust-open-federation open provider=token.actions.githubusercontent.com (9)'],
    nearly: ['trust-internet-accessible granted'],
    why: 'the audience is the same for everybody who has a repository there',
  },
  {
    ...own,
    name: 'for-our-repositories',
    issues: [],
    nearly: ['trust-open-federation open'],
    why: 'the subject fixes whose repositories',
  },
  {
    ...own,
    name: 'for-deleted-role',
    issues: ['trust-malformed unreadable part=the principal AROAEXAMPLEEXAMPLEXYZ has been deleted (3)'],
    nearly: ['trust-unknown-access granted'],
    why: 'the id is what is left of a role that is gone: nobody has it any more',
  },
  {
    ...own,
    name: 'for-stranger-denied',
    issues: [],
    nearly: [
      'trust-unknown-access granted',
      'trust-without-external-id unprotected',
      'trust-malformed unreadable',
    ],
    why: 'everybody outside our accounts is denied',
  },

  {
    ...own,
    name: 'machine',
    issues: [],
    nearly: ['sensitive-service-write granted'],
    why: 'a machine may see the names of buckets',
  },
  {
    ...own,
    name: 'support',
    issues: [],
    nearly: ['trust-cross-account-root granted', 'sensitive-service-write granted'],
    why: 'what a policy of AWS gives is told with that policy',
  },
  {
    ...own,
    name: 'shell',
    issues: [],
    nearly: ['effective-administrator administrator'],
    why: 'what a policy of AWS gives is told with that policy',
  },
  {
    ...own,
    name: 'administrator-by-policy',
    issues: [administrator],
    nearly: ['administrator-access granted', 'privilege-escalation possible'],
    why: 'no inline policy says it, but an attached one allows everything',
  },
  {
    ...own,
    name: 'administrator-denied',
    issues: [],
    nearly: ['administrator-access granted', 'effective-administrator administrator'],
    why: 'one policy allows everything, another denies it',
  },
  {
    ...own,
    name: 'administrator-bounded',
    issues: [],
    nearly: ['effective-administrator administrator', 'privilege-escalation possible'],
    why: 'its policy allows everything, its boundary leaves reading of IAM',
  },
  ...permissionCaseNames.map((name): Expected => {
    const { issues, nearly, together = [], nearlyTogether = [], why } = expectedPermissions[name];
    return {
      ...own,
      name: `may-${name}`,
      issues: [...issues, ...together],
      nearly: [...nearly, ...nearlyTogether],
      why: `${why}; by an inline policy`,
    };
  }),

  { ...theirs, name: runnerName, issues: [], why: 'a service of AWS is no account' },
  { ...theirs, name: 'machine', issues: [], why: 'a service of AWS is no account' },
  {
    ...theirs,
    name: 'for-prod',
    issues: [friend(prod), whole(prod)],
    nearly: ['trust-unknown-access granted', 'trust-without-external-id unprotected'],
    why: 'seen from here the first account is the friend',
  },
  {
    ...theirs,
    name: 'for-itself',
    issues: [],
    nearly: ['trust-friendly-account granted', 'trust-cross-account-root granted'],
    why: 'the whole account, but the account itself',
  },
  {
    ...theirs,
    name: 'bounded-by-administration',
    issues: [],
    nearly: ['effective-administrator administrator', 'administrator-access granted'],
    why: 'a boundary of everything gives nothing',
  },
  {
    ...theirs,
    name: 'may-everything',
    issues: ['administrator-access granted resources=* (10)'],
    nearly: ['effective-administrator administrator'],
    why: 'every action on everything',
  },
];
