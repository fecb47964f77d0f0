/** Changes of the world, told by what they alter: each gives a new world and leaves the old one as it was. */
import type { Bucket } from '../technologies/bucket.ts';
import type { Instance } from '../technologies/instance.ts';
import type { Key } from '../technologies/key.ts';
import type { LambdaFunction } from '../technologies/lambda-function.ts';
import type { ManagedPolicy } from '../technologies/managed-policy.ts';
import type { Queue } from '../technologies/queue.ts';
import type { Role } from '../technologies/role.ts';
import type { SecurityGroup } from '../technologies/security-group.ts';
import type { Topic } from '../technologies/topic.ts';
import type { User } from '../technologies/user.ts';
import type { Dice } from './dice.ts';
import type { Resource } from './resource.ts';
import type { World } from './world.ts';

/** When and in which season a change happens. */
export type Occasion = {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly season: number;
  /** When a season begins, by its number. */
  readonly begun: (season: number) => number;
  readonly dice: Dice;
};

/** Of the world of one provider: that of AWS unless another is named. */
export type Change<Whole = World> = (world: Whole, occasion: Occasion) => Whole;

/** Account and name of a resource. */
export type Which = readonly [account: string, name: string];

export type Alter<One> = (one: One, occasion: Occasion) => One;

export function onBucket(which: Which, alter: Alter<Bucket>): Change {
  return (world, occasion) => ({
    ...world,
    buckets: altered(world.buckets, which, (one) => alter(one, occasion)),
  });
}

export function onFunction(which: Which, alter: Alter<LambdaFunction>): Change {
  return (world, occasion) => ({
    ...world,
    functions: altered(world.functions, which, (one) => alter(one, occasion)),
  });
}

export function onInstance(which: Which, alter: Alter<Instance>): Change {
  return (world, occasion) => ({
    ...world,
    instances: altered(world.instances, which, (one) => alter(one, occasion)),
  });
}

export function onKey(which: Which, alter: Alter<Key>): Change {
  return (world, occasion) => ({ ...world, keys: altered(world.keys, which, (one) => alter(one, occasion)) });
}

export function onPolicy(which: Which, alter: Alter<ManagedPolicy>): Change {
  return (world, occasion) => ({
    ...world,
    policies: altered(world.policies, which, (one) => alter(one, occasion)),
  });
}

export function onQueue(which: Which, alter: Alter<Queue>): Change {
  return (world, occasion) => ({
    ...world,
    queues: altered(world.queues, which, (one) => alter(one, occasion)),
  });
}

export function onRole(which: Which, alter: Alter<Role>): Change {
  return (world, occasion) => ({
    ...world,
    roles: altered(world.roles, which, (one) => alter(one, occasion)),
  });
}

export function onSecurityGroup(which: Which, alter: Alter<SecurityGroup>): Change {
  return (world, occasion) => ({
    ...world,
    securityGroups: altered(world.securityGroups, which, (one) => alter(one, occasion)),
  });
}

export function onTopic(which: Which, alter: Alter<Topic>): Change {
  return (world, occasion) => ({
    ...world,
    topics: altered(world.topics, which, (one) => alter(one, occasion)),
  });
}

export function onUser(which: Which, alter: Alter<User>): Change {
  return (world, occasion) => ({
    ...world,
    users: altered(world.users, which, (one) => alter(one, occasion)),
  });
}

/** @throws when there is no such resource: a story that tells of nothing is a mistake in it */
export function altered<One extends Resource>(
  all: readonly One[],
  [account, name]: Which,
  alter: (one: One) => One,
): readonly One[] {
  const isMeant = (one: One) => one.account === account && one.name === name;
  if (!all.some(isMeant)) throw new Error(`The demo has no ${name} in ${account}`);
  return all.map((one) => (isMeant(one) ? alter(one) : one));
}

/** One change after the other. */
export function together<Whole>(...changes: readonly Change<Whole>[]): Change<Whole> {
  return (world, occasion) => changes.reduce((now, change) => change(now, occasion), world);
}
