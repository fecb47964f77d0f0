/** What is known of the network around a resource. A part that is missing was not collected: never "there is none". */
import type { NaclEntry } from './network-acl.ts';
import type { SecurityRule } from './permission.ts';
import type { Protocol } from './protocol.ts';
import type { PublicAddresses } from './public-address.ts';
import type { Reading } from './reading.ts';
import type { Route } from './route.ts';
import type { PrefixLists } from './security-group.ts';

export type SecurityGroup = {
  readonly id: string;
  /** Its ingress rules, by `readPermissions`. */
  readonly ingress: Reading<SecurityRule>;
};

export type Subnet = {
  readonly id?: string;
  /** The entries of its network ACL, both directions, by `readNaclEntries`. */
  readonly nacl?: Reading<NaclEntry>;
  /** Its route table (the VPC's main table when it has none of its own), by `readRoutes`. */
  readonly routes?: Reading<Route>;
  /** What VPC Block Public Access does to this subnet, exclusions applied. Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html */
  readonly blockPublicAccess?: 'off' | 'block-ingress' | 'block-bidirectional';
};

/** A listener that forwards to the resource. */
export type Forward = {
  readonly protocol: Protocol;
  /** The port on which the load balancer listens. */
  readonly port: number;
  /** The port of the resource. */
  readonly targetPort: number;
};

/** A load balancer that may forward to the resource. */
export type LoadBalancer = {
  readonly id: string;
  readonly scheme: 'internet-facing' | 'internal';
  /** Families of the addresses that clients use: `[4, 6]` for `dualstack`. */
  readonly families: readonly (4 | 6)[];
  /** Its listeners that forward to the resource, of whatever protocol and port. */
  readonly forwards?: readonly Forward[];
  /** Empty for a network load balancer without groups: nothing is filtered then. */
  readonly securityGroups?: readonly SecurityGroup[];
  /** Its nodes, one for each subnet it is in, with their private address where it is known. */
  readonly nodes?: readonly { readonly subnet: Subnet; readonly address?: string }[];
  /** Whether the resource sees the client's address and not the node's: with network load balancers the target group says. */
  readonly preservesClientAddress?: boolean;
};

export type NetworkParts = {
  readonly addresses?: PublicAddresses;
  /** Every group that is attached. */
  readonly securityGroups?: readonly SecurityGroup[];
  readonly subnet?: Subnet;
  /** Every load balancer that has the resource as a target; empty when there is none. */
  readonly loadBalancers?: readonly LoadBalancer[];
  /** The networks of managed prefix lists that rules and routes name. */
  readonly prefixLists?: PrefixLists;
};
