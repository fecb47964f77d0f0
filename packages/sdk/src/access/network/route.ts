/** Reads route tables as EC2 gives them. */

import { isJsonObject, type JsonObject } from '../../json/value.ts';
import { type Cidr, parseCidr } from '../../net/cidr.ts';
import { type Gateway, gatewayOf } from './gateway.ts';
import { type Reading, readEach, refused } from './reading.ts';

export type Route = {
  /** The JSON pointer of the route. */
  readonly at: string;
  readonly destination: Cidr | { readonly prefixList: string };
  readonly gateway: Gateway;
  /** False for a black hole: its target is gone, and what it matches is dropped. */
  readonly isActive: boolean;
};

/**
 * Reads a list of `Route`: a `DestinationCidrBlock`, `DestinationIpv6CidrBlock` or `DestinationPrefixListId`, the target in
 * whichever field is set, and `State`. A route that cannot be read is left out and named. `at` is the JSON pointer of the list.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html
 */
export function readRoutes(routes: readonly unknown[], at: string): Reading<Route> {
  return readEach(routes, at, readRoute);
}

function readRoute(route: unknown, at: string): Reading<Route> {
  if (!isJsonObject(route)) return refused(at, 'is no route');
  const destination = destinationOf(route);
  if (destination === undefined) return refused(at, 'has no destination that can be read');
  const gateway = gatewayOf(route);
  if (gateway === undefined) return refused(at, 'has no target');
  return { rules: [{ at, destination, gateway, isActive: route['State'] !== 'blackhole' }], unread: [] };
}

function destinationOf(route: JsonObject): Route['destination'] | undefined {
  const prefixList = route['DestinationPrefixListId'];
  if (typeof prefixList === 'string') return { prefixList };
  const block = route['DestinationCidrBlock'] ?? route['DestinationIpv6CidrBlock'];
  return typeof block === 'string' ? parseCidr(block) : undefined;
}
