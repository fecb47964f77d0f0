/** The ways in through load balancers: from the internet to a node, from the node to the resource. */
import type { IpFamily } from '../../net/address.ts';
import { type Cidr, parseCidr } from '../../net/cidr.ts';
import { type Gate, notCollected, passing, stopping } from './gate.ts';
import { wholeInternet } from './internet.ts';
import type { Forward, LoadBalancer, NetworkParts, Subnet } from './network-parts.ts';
import { securityGroupGate } from './security-group-gate.ts';
import { blockGate, type Connection, naclGates, routeGate } from './subnet-gates.ts';
import type { Door, Way } from './way.ts';

/**
 * Every way through a load balancer to the asked door: one for each listener that forwards to it, node and address family.
 * What is not known of a load balancer makes a way of its own that is unknown.
 */
export function loadBalancerWays(door: Door, parts: NetworkParts): readonly Way[] {
  if (parts.loadBalancers === undefined) {
    return [{ through: 'load-balancer', gates: [notCollected('load-balancers')] }];
  }
  return parts.loadBalancers.flatMap((loadBalancer) =>
    gatesThrough(loadBalancer, door, parts).map((gates) => ({ through: loadBalancer.id, gates })),
  );
}

function gatesThrough(
  loadBalancer: LoadBalancer,
  door: Door,
  parts: NetworkParts,
): readonly (readonly Gate[])[] {
  const { scheme, forwards, nodes, families } = loadBalancer;
  if (scheme === 'internal') return [[stopping('load-balancer-scheme', [scheme])]];
  if (forwards === undefined) return [[notCollected('load-balancer-listeners')]];
  const matching = forwards.filter(
    ({ protocol, targetPort }) => targetPort === door.port && protocol === door.protocol,
  );
  if (matching.length === 0) return [[stopping('load-balancer-listeners')]];
  if (nodes === undefined || nodes.length === 0) return [[notCollected('load-balancer-nodes')]];
  return matching.flatMap((forward) =>
    nodes.flatMap((node) =>
      families.map((family) => [
        passing('load-balancer-scheme', [scheme]),
        passing('load-balancer-listeners', [`${forward.port}`]),
        ...outerGates({ loadBalancer, forward, node, family }, parts),
        ...innerGates({ loadBalancer, forward, node, family }, parts),
      ]),
    ),
  );
}

type Passage = {
  readonly loadBalancer: LoadBalancer;
  readonly forward: Forward;
  readonly node: { readonly subnet: Subnet; readonly address?: string };
  readonly family: IpFamily;
};

/** From the internet to the node. */
function outerGates({ loadBalancer, forward, node, family }: Passage, parts: NetworkParts): readonly Gate[] {
  const { securityGroups: groups } = loadBalancer;
  const { prefixLists } = parts;
  const connection = { protocol: forward.protocol, port: forward.port, from: [wholeInternet(family)] };
  const part = 'load-balancer-security-groups';
  return [
    blockGate(node.subnet),
    routeGate(node.subnet, family, prefixLists),
    ...naclGates(node.subnet, connection),
    groups?.length === 0 ? passing(part, []) : securityGroupGate({ part, groups, prefixLists }, connection),
  ];
}

/** From the node to the resource. Where it is not known whom the resource sees, only what admits everyone surely passes. */
function innerGates(passage: Passage, parts: NetworkParts): readonly Gate[] {
  const { forward, node } = passage;
  const { subnet = {} } = parts;
  const seen = seenAddress(passage);
  const guess = passage.loadBalancer.preservesClientAddress === undefined ? passage.family : 4;
  const connection = {
    protocol: forward.protocol,
    port: forward.targetPort,
    from: [seen ?? wholeInternet(guess)],
  };
  // Traffic that stays in a subnet passes no network ACL.
  const isSameSubnet = subnet.id !== undefined && subnet.id === node.subnet.id;
  const gates = [
    ...(isSameSubnet ? [] : naclGates(subnet, connection)),
    innerGroupGate(passage.loadBalancer, parts, connection),
  ];
  if (seen !== undefined) return gates;
  return gates.map((gate) => (gate.state === 'stops' ? notCollected('load-balancer-addresses') : gate));
}

/** The client's address or the node's, whichever the resource sees; undefined when that is not known. */
function seenAddress({ loadBalancer, node, family }: Passage): Cidr | undefined {
  if (loadBalancer.preservesClientAddress === undefined) return undefined;
  if (loadBalancer.preservesClientAddress) return wholeInternet(family);
  return node.address === undefined ? undefined : parseCidr(node.address);
}

/** A group of the resource may admit a group of the load balancer, and which those are may not be known. */
function innerGroupGate(loadBalancer: LoadBalancer, parts: NetworkParts, connection: Connection): Gate {
  const { securityGroups: groups, prefixLists } = parts;
  const attached = { part: 'security-groups', groups, prefixLists } as const;
  const theirs = loadBalancer.securityGroups?.map(({ id }) => id);
  const gate = securityGroupGate({ ...attached, inTheNameOf: theirs ?? [] }, connection);
  if (theirs !== undefined || gate.state !== 'stops') return gate;
  const anyGroup = (groups ?? []).flatMap(({ ingress }) => ingress.rules.flatMap((rule) => rule.groups));
  const widest = securityGroupGate({ ...attached, inTheNameOf: anyGroup }, connection);
  return widest.state === 'stops' ? gate : notCollected('load-balancer-security-groups');
}
