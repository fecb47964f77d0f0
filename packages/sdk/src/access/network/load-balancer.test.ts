/** Ways in through load balancers. */
import { describe, expect, test } from 'vitest';
import { explainReach } from './explain-reach.ts';
import type { LoadBalancer, NetworkParts } from './network-parts.ts';
import { reachFromInternet } from './reach.ts';
import {
  behind,
  entry,
  everywhere,
  group,
  https,
  loadBalancer,
  nacl,
  privateSubnet,
  publicSubnet,
} from './testing/open-network.ts';

function explained(parts: NetworkParts): string {
  return explainReach(reachFromInternet(https, parts));
}

function through(changes: Partial<LoadBalancer>, parts: NetworkParts = behind): NetworkParts {
  return { ...parts, loadBalancers: [{ ...loadBalancer, ...changes }] };
}

const node = { subnet: publicSubnet, address: '10.4.0.20' };
const { forwards: _forwards, ...withoutForwards } = loadBalancer;
const { nodes: _nodes, ...withoutNodes } = loadBalancer;
const { securityGroups: _groups, ...withoutGroups } = loadBalancer;
const { preservesClientAddress: _sight, ...withoutSight } = loadBalancer;
const fromNode = group('sg-app', { IpRanges: [{ CidrIp: '10.4.0.0/24' }] });
const fromElsewhere = group('sg-app', { IpRanges: [{ CidrIp: '10.5.0.0/24' }] });

test('the way through it names what lets it pass, outside and inside', () => {
  expect(reachFromInternet(https, behind)).toEqual({
    answer: 'reachable',
    way: {
      through: 'alb-shop',
      gates: [
        { part: 'load-balancer-scheme', state: 'passes', by: ['internet-facing'] },
        { part: 'load-balancer-listeners', state: 'passes', by: ['8443'] },
        { part: 'vpc-block-public-access', state: 'passes', by: [] },
        { part: 'internet-route', state: 'passes', by: ['igw-77', '/Routes/0'] },
        { part: 'nacl-ingress', state: 'passes', by: ['/Entries/0'] },
        { part: 'nacl-egress', state: 'passes', by: ['/Entries/1'] },
        { part: 'load-balancer-security-groups', state: 'passes', by: ['/sg-alb/0'] },
        { part: 'nacl-ingress', state: 'passes', by: ['/Entries/0'] },
        { part: 'nacl-egress', state: 'passes', by: ['/Entries/1'] },
        { part: 'security-groups', state: 'passes', by: ['/sg-app/IpPermissions/0'] },
      ],
    },
    unread: [],
  });
});

describe('reachable', () => {
  const denying = { ...publicSubnet, ...nacl(entry(1, 'in', { CidrBlock: '10.9.0.0/16' })) };

  test.each<[string, NetworkParts]>([
    ['the group admits the address of a node', { ...behind, securityGroups: [fromNode] }],
    [
      'a second load balancer leads in',
      { ...behind, loadBalancers: [{ ...loadBalancer, scheme: 'internal' }, loadBalancer] },
    ],
    ['a second node leads in', through({ nodes: [{ ...node, subnet: privateSubnet }, node] })],
    [
      'a network load balancer without groups',
      through({ securityGroups: [] }, { ...behind, securityGroups: [fromNode] }),
    ],
    [
      'the client is seen, and the group admits the internet',
      through({ preservesClientAddress: true }, { ...behind, securityGroups: [group('sg-app', everywhere)] }),
    ],
    ['the client is seen, and the group admits the load balancer', through({ preservesClientAddress: true })],
    [
      'the address of the node is not known, and the group admits every address',
      through(
        { nodes: [{ subnet: publicSubnet }] },
        { ...behind, securityGroups: [group('sg-app', everywhere)] },
      ),
    ],
    [
      'the network ACL of the subnet that both are in is not passed',
      through(
        { nodes: [node, { ...node, subnet: { ...publicSubnet, id: 'subnet-both' } }] },
        { ...behind, subnet: { ...denying, id: 'subnet-both' } },
      ),
    ],
  ])('%s', (_, parts) => {
    expect(explained(parts)).toMatch(/^reachable by alb-shop: /);
  });
});

describe('not reachable', () => {
  const closedOutside = { ...publicSubnet, ...nacl(entry(1, 'in', { CidrBlock: '10.0.0.0/8' })) };
  const closedInside = { ...privateSubnet, ...nacl(entry(1, 'in', { CidrBlock: '10.9.0.0/16' })) };

  test.each<[string, NetworkParts, string]>([
    ['internal', through({ scheme: 'internal' }), 'scheme of the load balancer (internal)'],
    [
      'it forwards to another port',
      through({ forwards: [{ protocol: 6, port: 443, targetPort: 8080 }] }),
      'listeners of the load balancer',
    ],
    [
      'it forwards another protocol',
      through({ forwards: [{ protocol: 17, port: 443, targetPort: 443 }] }),
      'listeners of the load balancer',
    ],
    [
      'its subnet has no way in',
      through({ nodes: [{ ...node, subnet: privateSubnet }] }),
      'route to an internet gateway (nat-77, /Routes/0)',
    ],
    [
      'its network ACL admits private networks only',
      through({ nodes: [{ ...node, subnet: closedOutside }] }),
      'network ACL, inbound',
    ],
    [
      "its group admits another port than the listener's",
      through({ securityGroups: [group('sg-alb', everywhere)] }),
      'security groups of the load balancer',
    ],
    ['the group admits other addresses', { ...behind, securityGroups: [fromElsewhere] }, 'security groups'],
    [
      'the network ACL inside admits other addresses',
      { ...behind, subnet: closedInside },
      'network ACL, inbound',
    ],
    [
      'the client is seen, and the group admits the address of the node only',
      through({ preservesClientAddress: true }, { ...behind, securityGroups: [fromNode] }),
      'security groups',
    ],
    [
      'it listens on IPv6, for which there is no route',
      through({ families: [6] }),
      'route to an internet gateway',
    ],
  ])('%s', (_, parts, stop) => {
    const direct = 'ipv4 stopped by public address, ipv6 stopped by public address';
    expect(explained(parts)).toBe(`not reachable: ${direct}, alb-shop stopped by ${stop}`);
  });
});

describe('unknown', () => {
  test.each<[string, NetworkParts, string]>([
    ['listeners', { ...behind, loadBalancers: [withoutForwards] }, 'listeners of the load balancer'],
    ['nodes', { ...behind, loadBalancers: [withoutNodes] }, 'nodes of the load balancer'],
    [
      'groups',
      { ...behind, loadBalancers: [withoutGroups], securityGroups: [fromNode] },
      'security groups of the load balancer',
    ],
    [
      'groups, of which one may be admitted',
      { ...behind, loadBalancers: [withoutGroups] },
      'security groups of the load balancer',
    ],
    [
      'whether the client is seen',
      { ...behind, loadBalancers: [withoutSight], securityGroups: [fromNode] },
      'addresses of the load balancer',
    ],
    [
      'addresses of its nodes',
      through({ nodes: [{ subnet: publicSubnet }] }, { ...behind, securityGroups: [fromNode] }),
      'addresses of the load balancer',
    ],
  ])('%s not collected', (_, parts, missing) => {
    expect(explained(parts)).toBe(`unknown: ${missing} not collected`);
  });
});
