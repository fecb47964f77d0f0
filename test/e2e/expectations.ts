/** The whole table of what a scan of the estate must find, and nothing beside it. */
import { expectedAccounts } from './expectations/accounts.ts';
import type { Expected } from './expectations/expected.ts';
import { expectedFunctions } from './expectations/functions.ts';
import { expectedIamGroups } from './expectations/iam-groups.ts';
import { expectedInstances } from './expectations/instances.ts';
import { expectedKeys } from './expectations/keys.ts';
import { expectedNetworkInterfaces } from './expectations/network-interfaces.ts';
import { expectedPartnerBuckets } from './expectations/partner-buckets.ts';
import { expectedPartnerGroups } from './expectations/partner-groups.ts';
import { expectedPolicies } from './expectations/policies.ts';
import { expectedProdBuckets } from './expectations/prod-buckets.ts';
import { expectedProdGroups } from './expectations/prod-groups.ts';
import { expectedQueues } from './expectations/queues.ts';
import { expectedRoles } from './expectations/roles.ts';
import { expectedTopics } from './expectations/topics.ts';
import { expectedUntouchedDefaults } from './expectations/untouched-defaults.ts';
import { expectedUsers } from './expectations/users.ts';

/** Every resource of the estate, once. */
export const expectations: readonly Expected[] = [
  ...expectedProdBuckets,
  ...expectedProdGroups,
  ...expectedPartnerBuckets,
  ...expectedPartnerGroups,
  ...expectedUntouchedDefaults,
  ...expectedQueues,
  ...expectedTopics,
  ...expectedKeys,
  ...expectedFunctions,
  ...expectedUsers,
  ...expectedRoles,
  ...expectedIamGroups,
  ...expectedPolicies,
  ...expectedInstances,
  ...expectedNetworkInterfaces,
  ...expectedAccounts,
];
