/** Everything that the estate holds, account by account. */
import type { BucketSpec } from './bucket.ts';
import type { FunctionSpec } from './function.ts';
import { partnerFunctions, prodFunctions } from './functions.ts';
import type { GroupSpec } from './group.ts';
import type { KeySpecification } from './key.ts';
import { partnerKeys, prodKeys } from './keys.ts';
import type { AccountName } from './known.ts';
import { partnerBuckets } from './partner-buckets.ts';
import { partnerGroups } from './partner-groups.ts';
import { prodBuckets } from './prod-buckets.ts';
import { prodGroups } from './prod-groups.ts';
import type { QueueSpec } from './queue.ts';
import { partnerQueues, prodQueues } from './queues.ts';
import type { TopicSpec } from './topic.ts';
import { partnerTopics, prodTopics } from './topics.ts';

export type EstateParts = {
  readonly buckets: readonly BucketSpec[];
  readonly functions: readonly FunctionSpec[];
  readonly groups: readonly GroupSpec[];
  readonly keys: readonly KeySpecification[];
  readonly queues: readonly QueueSpec[];
  readonly topics: readonly TopicSpec[];
};

export const estateParts: Readonly<Record<AccountName, EstateParts>> = {
  prod: {
    buckets: prodBuckets,
    functions: prodFunctions,
    groups: prodGroups,
    keys: prodKeys,
    queues: prodQueues,
    topics: prodTopics,
  },
  partner: {
    buckets: partnerBuckets,
    functions: partnerFunctions,
    groups: partnerGroups,
    keys: partnerKeys,
    queues: partnerQueues,
    topics: partnerTopics,
  },
};
