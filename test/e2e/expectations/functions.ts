/** What must be found in the Lambda functions of both accounts, written from the meaning of the rules. */
import { partner, planes, stranger } from '../estate/known.ts';
import { roleArn } from '../estate/statements.ts';
import type { Expected } from './expected.ts';

const us = { account: 'prod', technology: 'aws.lambda-function', region: 'us-east-1' } as const;
const eu = { ...us, region: 'eu-west-1' } as const;

const everyone = 'policy-internet-accessible granted principal=* (10)';
const everyoneOn = (part: string) => `policy-internet-accessible granted principal=* qualifier=${part} (10)`;
const friend = (principal: string) => `policy-friendly-account granted principal=${principal} (0)`;
const thirdParty = (principal: string) => `policy-third-party-account granted principal=${principal} (0)`;
const unknown = (principal: string) => `policy-unknown-access granted principal=${principal} (10)`;
const whole = (principal: string) => `policy-cross-account-root granted principal=${principal} (6)`;
const openUrl = (url: string) => `url-without-authentication open url=${url} (9)`;

export const expectedFunctions: readonly Expected[] = [
  {
    ...us,
    name: 'plain',
    tags: { ...planes, team: 'payments' },
    issues: [],
    nearly: ['url-without-authentication open', 'policy-internet-accessible granted'],
    why: 'neither policy nor URL; tags are only tags',
  },

  {
    ...us,
    name: 'for-everyone',
    issues: [everyone],
    nearly: ['url-without-authentication open', 'policy-unknown-access granted'],
    why: 'whoever has an account at AWS may call it; without a URL nobody else',
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
    name: 'for-own-bucket',
    issues: [],
    nearly: ['policy-unknown-access granted', 'policy-malformed unreadable'],
    why: 'S3, on behalf of a bucket of the account itself; two operators are good grammar',
  },
  {
    ...eu,
    name: 'for-any-interface',
    issues: [],
    nearly: ['policy-internet-accessible granted', 'policy-unknown-access granted'],
    why: 'a service of AWS is no account, whoever it works for',
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
    issues: [thirdParty(roleArn('vendor'))],
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
    name: 'for-deleted-role',
    issues: ['policy-malformed unreadable part=the principal AROAEXAMPLEEXAMPLEXYZ has been deleted (3)'],
    nearly: ['policy-unknown-access granted'],
    why: 'the id is what is left of a role that is gone: nobody has it any more',
  },

  {
    ...us,
    name: 'alias-for-stranger',
    issues: [`policy-unknown-access granted principal=${roleArn('stranger')} qualifier=live (10)`],
    nearly: ['policy-cross-account-root granted'],
    why: 'the function has no policy, but its alias has one',
  },
  {
    ...eu,
    name: 'version-for-everyone',
    issues: [everyoneOn('1')],
    why: 'the function has no policy, but its version has one',
  },
  {
    ...eu,
    name: 'alias-for-partner',
    issues: [
      thirdParty(roleArn('vendor')),
      `policy-friendly-account granted principal=${roleArn('partner')} qualifier=live (0)`,
    ],
    nearly: ['policy-cross-account-root granted'],
    why: 'the function lets in one, the alias another',
  },

  {
    ...us,
    name: 'url-for-everyone',
    issues: [openUrl('function'), everyone],
    why: 'the URL asks for no signature, and the two statements that a URL needs let everyone call',
  },
  {
    ...eu,
    name: 'url-of-alias-for-everyone',
    issues: [openUrl('live'), everyoneOn('live')],
    why: 'the same, but of an alias',
  },
  {
    ...us,
    name: 'url-for-signed-requests',
    issues: [everyone],
    nearly: ['url-without-authentication open'],
    why: 'the URL asks for a signature, which whoever has an account at AWS can give',
  },
  {
    ...eu,
    name: 'url-for-partner',
    issues: [friend(roleArn('partner'))],
    nearly: ['url-without-authentication open'],
    why: 'the URL asks for no signature, but the policy wants one of a role',
  },
  {
    ...eu,
    name: 'url-without-policy',
    issues: [],
    nearly: ['url-without-authentication open'],
    why: 'the URL asks for no signature, but without a policy nobody may call',
  },
  {
    ...us,
    name: 'url-and-policy-of-another-alias',
    issues: [everyoneOn('live')],
    nearly: ['url-without-authentication open'],
    why: 'the URL is that of the function, the policy that of the alias',
  },

  {
    ...eu,
    account: 'partner',
    name: 'plain',
    issues: [],
    nearly: ['policy-internet-accessible granted'],
    why: 'neither policy nor URL',
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
    issues: [everyone],
    why: 'everyone, in the longer form',
  },
];
