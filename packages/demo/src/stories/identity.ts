/** Stories of users, roles and policies: keys that leak, doors that open from within. */
import { awsPolicyArn } from '../technologies/managed-policy.ts';
import { assumedBy } from '../technologies/role.ts';
import { type AccessKey, personOf } from '../technologies/user.ts';
import { intoSeason, isoOf } from '../time/moment.ts';
import { type Change, type Occasion, onPolicy, onRole, onUser, type Which } from '../world/change.ts';
import { analytics, outsiders, production } from '../world/organisation.ts';
import { rootOf, type Statement, without, withStatement } from '../world/policy.ts';
import type { Story } from './story.ts';

const bot: Which = [production, 'deploy-bot'];
const quarantine = awsPolicyArn('AWSCompromisedKeyQuarantineV3');
const newcomer = 'leo.strand';
const exportsRole: Which = [analytics, 'data-exports-runtime'];
const reporting: Which = [analytics, 'data-reporting-access'];

const leaked = intoSeason(5, 'Tue', '14:12');
const renewed = intoSeason(5, 'Tue', '14:40');

export const identityStories: readonly Story[] = [
  {
    id: 'leaked-key',
    title: 'An access key leaks and is rotated',
    account: production,
    technology: 'aws.iam-user',
    name: 'deploy-bot',
    before: onUser(bot, (user, occasion) => ({ ...user, keys: [keyOf(occasion, -1)] })),
    steps: [
      {
        at: leaked,
        actor: 'AWS',
        operation: 'iam:AttachUserPolicy',
        tells: 'Finds the key in a public repository and restricts the user',
        change: onUser(bot, (user) => ({ ...user, attached: [quarantine] })),
      },
      {
        at: renewed,
        actor: 'nils.berg',
        operation: 'iam:CreateAccessKey',
        tells: 'Switches the key off and makes a new one',
        change: onUser(bot, (user, occasion) => ({
          ...user,
          keys: [{ ...keyOf(occasion, -1), active: false }, keyOf(occasion, 0)],
        })),
      },
      {
        at: intoSeason(5, 'Wed', '09:30'),
        actor: 'nils.berg',
        operation: 'iam:DeleteAccessKey',
        tells: 'Deletes the old key and lifts the restriction',
        change: onUser(bot, (user, occasion) => ({ ...user, attached: [], keys: [keyOf(occasion, 0)] })),
      },
    ],
  },
  {
    id: 'newcomer-without-mfa',
    title: 'A new colleague signs in without MFA',
    account: production,
    technology: 'aws.iam-user',
    name: newcomer,
    steps: [
      {
        at: intoSeason(7, 'Mon', '09:15'),
        actor: 'nils.berg',
        operation: 'iam:CreateUser',
        tells: 'Makes a user for a new colleague',
        change: arrives,
      },
      {
        at: intoSeason(9, 'Tue', '13:45'),
        actor: newcomer,
        operation: 'iam:EnableMFADevice',
        tells: 'Registers an MFA device, after two weeks and a reminder',
        change: onUser([production, newcomer], (user) => ({ ...user, hasMfa: true })),
      },
      {
        at: intoSeason(13, 'Fri', '17:00'),
        actor: 'nils.berg',
        operation: 'iam:DeleteUser',
        tells: 'Deletes the user: the internship is over',
        change: (world) => ({ ...world, users: world.users.filter(({ name }) => name !== newcomer) }),
      },
    ],
  },
  {
    id: 'unknown-trust',
    title: 'A role trusts an account that nobody knows',
    account: analytics,
    technology: 'aws.iam-role',
    name: exportsRole[1],
    steps: [
      {
        at: intoSeason(8, 'Wed', '23:17'),
        actor: 'amir.haddad',
        operation: 'iam:UpdateAssumeRolePolicy',
        tells: 'Lets another account take the role, late in the evening',
        change: onRole(exportsRole, (role) => ({
          ...role,
          trust: withStatement(role.trust, {
            ...assumedBy({ AWS: rootOf(outsiders.unknown) }),
            sid: 'Migration',
          }),
        })),
      },
      {
        at: intoSeason(9, 'Thu', '10:02'),
        actor: 'nils.berg',
        operation: 'iam:UpdateAssumeRolePolicy',
        tells: 'Asks around, finds nobody who knows the account, and removes it',
        change: onRole(exportsRole, (role) => ({ ...role, trust: without(role.trust, 'Migration') })),
      },
    ],
  },
  {
    id: 'policy-step-by-step',
    title: 'A policy grows step by step',
    account: analytics,
    technology: 'aws.iam-policy',
    name: reporting[1],
    steps: [
      {
        at: intoSeason(4, 'Tue', '11:20'),
        actor: 'tom.achebe',
        operation: 'iam:CreatePolicyVersion',
        tells: 'Adds reading of all buckets',
        change: widened({ sid: 'MoreReports', actions: ['s3:Get*', 's3:List*'], resources: ['*'] }),
      },
      {
        at: intoSeason(6, 'Mon', '16:05'),
        actor: 'tom.achebe',
        operation: 'iam:CreatePolicyVersion',
        tells: 'Makes it everything of S3',
        change: widened({ sid: 'MoreReports', actions: ['s3:*'], resources: ['*'] }),
      },
      {
        at: intoSeason(9, 'Fri', '12:48'),
        actor: 'amir.haddad',
        operation: 'iam:CreatePolicyVersion',
        tells: 'Makes it everything of IAM too, to get a job to start',
        change: widened({ sid: 'MoreReports', actions: ['s3:*', 'iam:*'], resources: ['*'] }),
      },
      {
        at: intoSeason(11, 'Thu', '09:00'),
        actor: 'nils.berg',
        operation: 'iam:SetDefaultPolicyVersion',
        tells: 'Sets the policy back to what the job needs',
        change: onPolicy(reporting, (policy) => ({
          ...policy,
          version: 1,
          document: without(policy.document, 'MoreReports'),
        })),
      },
    ],
  },
];

function widened(statement: Statement): Change {
  return onPolicy(reporting, (policy) => ({
    ...policy,
    version: policy.version + 1,
    document: withStatement(without(policy.document, 'MoreReports'), statement),
  }));
}

/** The robot's key of this season, or of the one before. */
function keyOf({ begun, dice, season }: Occasion, ago: 0 | -1): AccessKey {
  return {
    id: `AKIA${dice.letters(`deploy-bot ${season + ago}`, 16)}`,
    active: true,
    created: isoOf(begun(season + ago) + renewed),
    usedBefore: 0,
  };
}

function arrives(...[world, { at, dice, season }]: Parameters<Change>): ReturnType<Change> {
  const person = personOf({ account: production, name: newcomer, group: 'developers' }, dice);
  const user = {
    ...person,
    id: `AIDA${dice.letters(`${newcomer} ${season}`, 17)}`,
    created: isoOf(at),
    passwordUsedBefore: 0,
    hasMfa: false,
  };
  return { ...world, users: [...world.users, user] };
}
