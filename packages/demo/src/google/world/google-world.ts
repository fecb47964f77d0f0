/** All that there is in the simulated projects, and above them, at one moment. */
import type { Bucket } from '../technologies/bucket.ts';
import type { Database } from '../technologies/database.ts';
import type { Dataset } from '../technologies/dataset.ts';
import type { Firewall } from '../technologies/firewall.ts';
import type { Hierarchy } from '../technologies/hierarchy.ts';
import type { Instance } from '../technologies/instance.ts';
import type { Key } from '../technologies/key.ts';
import type { Network } from '../technologies/network.ts';
import type { ServiceAccount } from '../technologies/service-account.ts';
import type { Subnetwork } from '../technologies/subnetwork.ts';

/** What there is of each kind. */
export type GoogleKinds = {
  readonly buckets: Bucket;
  readonly databases: Database;
  readonly datasets: Dataset;
  readonly firewalls: Firewall;
  /** The organization, its folders and projects. */
  readonly hierarchy: Hierarchy;
  readonly instances: Instance;
  readonly keys: Key;
  readonly networks: Network;
  readonly serviceAccounts: ServiceAccount;
  readonly subnetworks: Subnetwork;
};

export type GoogleWorld = { readonly [Kind in keyof GoogleKinds]: readonly GoogleKinds[Kind][] };
