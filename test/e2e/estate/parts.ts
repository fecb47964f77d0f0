/** Everything that the estate holds, account by account. */
import type { BucketSpec } from './bucket.ts';
import type { FunctionSpec } from './function.ts';
import { partnerFunctions, prodFunctions } from './functions.ts';
import type { GroupSpec } from './group.ts';
import type { IamGroupSpec } from './iam-group.ts';
import { partnerIamGroups, prodIamGroups } from './iam-groups.ts';
import type { InstanceSpec } from './instance.ts';
import { partnerInstances, prodInstances } from './instances.ts';
import type { KeySpecification } from './key.ts';
import { partnerKeys, prodKeys } from './keys.ts';
import type { AccountName } from './known.ts';
import type { NetworkInterfaceSpec } from './network-interface.ts';
import { partnerNetworkInterfaces, prodNetworkInterfaces } from './network-interfaces.ts';
import { partnerBuckets } from './partner-buckets.ts';
import { partnerGroups } from './partner-groups.ts';
import { partnerPolicies, prodPolicies } from './policies.ts';
import type { PolicySpec } from './policy.ts';
import { prodBuckets } from './prod-buckets.ts';
import { prodGroups } from './prod-groups.ts';
import type { QueueSpec } from './queue.ts';
import { partnerQueues, prodQueues } from './queues.ts';
import type { RoleSpec } from './role.ts';
import { partnerRoles, prodRoles } from './roles.ts';
import type { TopicSpec } from './topic.ts';
import { partnerTopics, prodTopics } from './topics.ts';

import type { UserSpec } from './user.ts';
import { partnerUsers, prodUsers } from './users.ts';

export type EstateParts = {
  readonly buckets: readonly BucketSpec[];
  readonly functions: readonly FunctionSpec[];
  readonly groups: readonly GroupSpec[];
  readonly iamGroups: readonly IamGroupSpec[];
  readonly instances: readonly InstanceSpec[];
  readonly keys: readonly KeySpecification[];
  readonly networkInterfaces: readonly NetworkInterfaceSpec[];
  readonly policies: readonly PolicySpec[];
  readonly queues: readonly QueueSpec[];
  readonly roles: readonly RoleSpec[];
  readonly topics: readonly TopicSpec[];
  readonly users: readonly UserSpec[];
};

export const estateParts: Readonly<Record<AccountName, EstateParts>> = {
  prod: {
    buckets: prodBuckets,
    functions: prodFunctions,
    groups: prodGroups,
    iamGroups: prodIamGroups,
    instances: prodInstances,
    keys: prodKeys,
    networkInterfaces: prodNetworkInterfaces,
    policies: prodPolicies,
    queues: prodQueues,
    roles: prodRoles,
    topics: prodTopics,
    users: prodUsers,
  },
  partner: {
    buckets: partnerBuckets,
    functions: partnerFunctions,
    groups: partnerGroups,
    iamGroups: partnerIamGroups,
    instances: partnerInstances,
    keys: partnerKeys,
    networkInterfaces: partnerNetworkInterfaces,
    policies: partnerPolicies,
    queues: partnerQueues,
    roles: partnerRoles,
    topics: partnerTopics,
    users: partnerUsers,
  },
};
