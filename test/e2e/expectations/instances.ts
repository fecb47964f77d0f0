/** What must be found in the EC2 instances of both accounts, written from the meaning of the rules. */
import { planes } from '../estate/known.ts';
import type { Expected } from './expected.ts';

const us = { account: 'prod', technology: 'aws.ec2-instance', region: 'us-east-1' } as const;
const eu = { ...us, region: 'eu-west-1' } as const;

const versionOne = 'metadata-v1-allowed optional setting=HttpTokens (5)';
const withoutRole = 'no-instance-profile absent setting=instance profile (1)';
const secret = 'secret-in-user-data found part=user data (8)';

/** The name of an instance is one of its tags. */
const named = (name: string) => ({ name, tags: { Name: name } });

/** The terminated instance is none, and none of the tables. */
export const expectedInstances: readonly Expected[] = [
  {
    ...us,
    name: 'web',
    tags: { Name: 'web', ...planes, team: 'payments' },
    issues: [],
    nearly: ['metadata-v1-allowed optional', 'no-instance-profile absent', 'secret-in-user-data found'],
    why: 'tokens are required, a role is there, user data is not',
  },
  { ...us, name: 'nameless', issues: [], why: 'the same without any tag; it is called by its id' },
  { ...us, ...named('metadata-version-1'), issues: [versionOne], why: 'tokens are optional' },
  {
    ...us,
    ...named('metadata-version-1-stopped'),
    issues: [versionOne],
    why: 'tokens are optional, and it may be started again any time',
  },
  {
    ...eu,
    ...named('metadata-off'),
    issues: [],
    nearly: ['metadata-v1-allowed optional'],
    why: 'tokens are optional, but the service is switched off',
  },
  { ...us, ...named('without-role'), issues: [withoutRole], why: 'no instance profile' },
  { ...us, ...named('password-in-script'), issues: [secret], why: 'a password in plain text' },
  {
    ...eu,
    ...named('password-in-packed-script'),
    issues: [secret],
    why: 'the same, packed as cloud-init takes it',
  },
  {
    ...us,
    ...named('reference-in-script'),
    issues: [],
    nearly: ['secret-in-user-data found'],
    why: 'the name speaks of a password, but the value only says where it lies',
  },

  {
    ...eu,
    ...named('bastion'),
    account: 'partner',
    issues: [versionOne, withoutRole],
    why: 'tokens are optional, and there is no role',
  },
  {
    ...us,
    ...named('worker'),
    account: 'partner',
    issues: [],
    nearly: ['metadata-v1-allowed optional', 'no-instance-profile absent'],
    why: 'tokens are required, and a role is there',
  },
];
