/** Says in words whether and how the internet reaches a port. */
import type { Gate, Part } from './gate.ts';
import type { Obstacle, Reach } from './reach.ts';

const names: Readonly<Record<Part, string>> = {
  'public-address': 'public address',
  'vpc-block-public-access': 'VPC Block Public Access',
  'internet-route': 'route to an internet gateway',
  'nacl-ingress': 'network ACL, inbound',
  'nacl-egress': 'network ACL, replies',
  'security-groups': 'security groups',
  'prefix-lists': 'prefix lists',
  'load-balancers': 'load balancers',
  'load-balancer-scheme': 'scheme of the load balancer',
  'load-balancer-listeners': 'listeners of the load balancer',
  'load-balancer-nodes': 'nodes of the load balancer',
  'load-balancer-addresses': 'addresses of the load balancer',
  'load-balancer-security-groups': 'security groups of the load balancer',
};

/**
 * One sentence for people, to be shown and never stored.
 *
 * @example explainReach(reachFromInternet({ protocol: 6, port: 22 }, parts)) // 'unknown: route to an internet gateway not collected'
 */
export function explainReach(reach: Reach): string {
  switch (reach.answer) {
    case 'reachable':
      return `reachable by ${reach.way.through}: ${reach.way.gates.map(gateText).join(', ')}`;
    case 'unknown':
      return `unknown: ${[...new Set(reach.missing.map(unknownText))].join(', ')}`;
    case 'not-reachable':
      return `not reachable: ${reach.stoppedBy.map(stopText).join(', ')}`;
  }
}

function gateText({ part, by }: Gate): string {
  return by.length === 0 ? names[part] : `${names[part]} (${by.join(', ')})`;
}

function unknownText({ gate }: Obstacle): string {
  return `${gateText(gate)} ${gate.state === 'unreadable' ? 'cannot be read' : 'not collected'}`;
}

function stopText({ through, gate }: Obstacle): string {
  return `${through} stopped by ${gateText(gate)}`;
}
