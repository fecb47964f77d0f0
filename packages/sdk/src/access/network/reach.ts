/** Whether the internet reaches a port of a resource, along which way, or what stops it. */
import { type Gate, notCollected, passing, stopping } from './gate.ts';
import { families, wholeInternet } from './internet.ts';
import { loadBalancerWays } from './load-balancer.ts';
import type { NetworkParts, Subnet } from './network-parts.ts';
import { securityGroupGate } from './security-group-gate.ts';
import { blockGate, naclGates, routeGate } from './subnet-gates.ts';
import type { Door, Way } from './way.ts';

/** A gate that does not let pass, or of which that is not known, with the way that it is on. */
export type Obstacle = { readonly through: string; readonly gate: Gate };

export type Reach = (
  | { readonly answer: 'reachable'; readonly way: Way }
  /** Nothing that is known stops these ways, but something about them is not known: never "not reachable". */
  | { readonly answer: 'unknown'; readonly missing: readonly Obstacle[] }
  /** Of every way the first gate, from the outside, that is known to stop it. */
  | { readonly answer: 'not-reachable'; readonly stoppedBy: readonly Obstacle[] }
) & {
  /** In words: what could not be read. */
  readonly unread: readonly string[];
};

/**
 * Whether a new connection from anywhere on the internet to the door succeeds, by the resource's own address or through a load
 * balancer. Each part of the network that is missing was not collected: it leaves unknown what no other gate stops.
 * Not followed: accelerators, content delivery and API gateways, which can reach resources without a public address.
 *
 * @example
 * reachFromInternet({ protocol: 6, port: 22 }, { addresses: { 4: ['198.51.100.7'], 6: [] } })
 * // { answer: 'unknown', missing: [{ through: 'ipv4', gate: { part: 'vpc-block-public-access', state: 'not-collected', by: [] } }, …] }
 */
export function reachFromInternet(door: Door, parts: NetworkParts): Reach {
  const ways = [...directWays(door, parts), ...loadBalancerWays(door, parts)];
  const unread = unreadOf(parts);
  const way = ways.find(({ gates }) => gates.every(({ state }) => state === 'passes'));
  if (way !== undefined) return { answer: 'reachable', way, unread };
  const missing = ways.filter((candidate) => stopOf(candidate) === undefined).flatMap(unknownsOf);
  if (missing.length > 0) return { answer: 'unknown', missing, unread };
  return { answer: 'not-reachable', stoppedBy: ways.flatMap((candidate) => stopOf(candidate) ?? []), unread };
}

/** By the resource's own addresses, for each family. */
function directWays(door: Door, parts: NetworkParts): readonly Way[] {
  const { addresses, securityGroups: groups, subnet = {}, prefixLists } = parts;
  return families.map((family) => {
    const own = addresses?.[family];
    const connection = { ...door, from: [wholeInternet(family)] };
    return {
      through: `ipv${family}`,
      gates: [
        addressGate(own),
        blockGate(subnet),
        routeGate(subnet, family, prefixLists),
        ...naclGates(subnet, connection),
        securityGroupGate({ part: 'security-groups', groups, prefixLists }, connection),
      ],
    };
  });
}

function addressGate(addresses: readonly string[] | undefined): Gate {
  if (addresses === undefined) return notCollected('public-address');
  return addresses.length > 0 ? passing('public-address', addresses) : stopping('public-address');
}

function stopOf({ through, gates }: Way): Obstacle | undefined {
  const gate = gates.find(({ state }) => state === 'stops');
  return gate === undefined ? undefined : { through, gate };
}

function unknownsOf({ through, gates }: Way): readonly Obstacle[] {
  return gates.filter(({ state }) => state !== 'passes').map((gate) => ({ through, gate }));
}

function unreadOf({ securityGroups = [], subnet, loadBalancers = [] }: NetworkParts): readonly string[] {
  const theirNodes = loadBalancers.flatMap((balancer) => balancer.nodes ?? []);
  const groups = [...securityGroups, ...loadBalancers.flatMap(({ securityGroups: theirs = [] }) => theirs)];
  const subnets: readonly Subnet[] = [subnet ?? {}, ...theirNodes.map((node) => node.subnet)];
  const unread = [
    ...groups.flatMap(({ ingress }) => ingress.unread),
    ...subnets.flatMap(({ nacl, routes }) => [...(nacl?.unread ?? []), ...(routes?.unread ?? [])]),
  ];
  return [...new Set(unread)].sort();
}
