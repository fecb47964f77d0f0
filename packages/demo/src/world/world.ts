/** All that there is in the simulated organisation at one moment. */
import type { Account } from '../technologies/account.ts';
import type { Bucket } from '../technologies/bucket.ts';
import type { Group } from '../technologies/group.ts';
import type { Instance } from '../technologies/instance.ts';
import type { Key } from '../technologies/key.ts';
import type { LambdaFunction } from '../technologies/lambda-function.ts';
import type { ManagedPolicy } from '../technologies/managed-policy.ts';
import type { NetworkInterface } from '../technologies/network-interface.ts';
import type { Queue } from '../technologies/queue.ts';
import type { Role } from '../technologies/role.ts';
import type { SecurityGroup } from '../technologies/security-group.ts';
import type { Topic } from '../technologies/topic.ts';
import type { User } from '../technologies/user.ts';

export type World = {
  readonly accounts: readonly Account[];
  readonly buckets: readonly Bucket[];
  readonly functions: readonly LambdaFunction[];
  readonly groups: readonly Group[];
  readonly instances: readonly Instance[];
  readonly interfaces: readonly NetworkInterface[];
  readonly keys: readonly Key[];
  readonly policies: readonly ManagedPolicy[];
  readonly queues: readonly Queue[];
  readonly roles: readonly Role[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly topics: readonly Topic[];
  readonly users: readonly User[];
};
