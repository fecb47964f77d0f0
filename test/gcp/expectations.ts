/** The whole table of what a scan of the estate must find, and nothing beside it. */
import { expectedBuckets } from './expectations/buckets.ts';
import { expectedDatasets, expectedKeys } from './expectations/data.ts';
import type { Expected } from './expectations/expected.ts';
import { expectedFirewalls, expectedNetworks } from './expectations/firewalls.ts';
import { expectedInstances } from './expectations/instances.ts';
import { expectedOtherAssets } from './expectations/other-assets.ts';
import { expectedFolders, expectedOrganizations, expectedProjects } from './expectations/resource-manager.ts';
import { expectedServiceAccounts } from './expectations/service-accounts.ts';
import { expectedSqlInstances } from './expectations/sql-instances.ts';
import { expectedSubnetworks } from './expectations/subnetworks.ts';

/** Every resource of the estate, once. */
export const expectations: readonly Expected[] = [
  ...expectedOrganizations,
  ...expectedFolders,
  ...expectedProjects,
  ...expectedNetworks,
  ...expectedSubnetworks,
  ...expectedFirewalls,
  ...expectedInstances,
  ...expectedBuckets,
  ...expectedServiceAccounts,
  ...expectedDatasets,
  ...expectedKeys,
  ...expectedSqlInstances,
  ...expectedOtherAssets,
];
