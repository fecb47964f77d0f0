/** The ways in through load balancers: from the internet to a node, from the node to the resource. */
import type { IpFamily } from '../../net/address.ts';
import { parseCidr } from '../../net/cidr.ts';
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

/** From the node to the resource, which sees the client's address or the node's. */
function innerGates(
  passage: Passage,
  { subnet = {}, securityGroups, prefixLists }: NetworkParts,
): readonly Gate[] {
  const { loadBalancer, forward, node, family } = passage;
  const { protocol, targetPort: port } = forward;
  const address = node.address === undefined ? undefined : parseCidr(node.address);
  const isGuess = !loadBalancer.preservesClientAddress && address === undefined;
  const seen = loadBalancer.preservesClientAddress ? wholeInternet(family) : (address ?? wholeInternet(4));
  const connection: Connection = { protocol, port, from: [seen] };
  const inTheNameOf = loadBalancer.securityGroups?.map(({ id }) => id) ?? [];
  const attached = { part: 'security-groups', groups: securityGroups, prefixLists, inTheNameOf } as const;
  // Traffic that stays in a subnet passes no network ACL.
  const isSameSubnet = subnet.id !== undefined && subnet.id === node.subnet.id;
  const gates = [
    ...(isSameSubnet ? [] : naclGates(subnet, connection)),
    securityGroupGate(attached, connection),
  ];
  return gates.map((gate) =>
    isGuess && gate.state === 'stops' ? notCollected('load-balancer-addresses') : gate,
  );
}
