/** Ways in from the internet by the resource's own address: what leads in, what stops it, what is not known. */
import { describe, expect, test } from 'vitest';
import { explainReach } from './explain-reach.ts';
import type { NetworkParts, Subnet } from './network-parts.ts';
import { reachFromInternet } from './reach.ts';
import { entry, group, https, nacl, open, publicSubnet, routes } from './testing/open-network.ts';

function explained(parts: NetworkParts): string {
  return explainReach(reachFromInternet(https, parts));
}

function within(subnet: Subnet): NetworkParts {
  return { ...open, subnet: { ...publicSubnet, ...subnet } };
}

const { addresses, securityGroups, subnet, loadBalancers, prefixLists } = open;
const { routes: publicRoutes, nacl: publicNacl, ...bareSubnet } = publicSubnet;

test('the way in names what lets it pass', () => {
  expect(reachFromInternet(https, open)).toEqual({
    answer: 'reachable',
    way: {
      through: 'ipv4',
      gates: [
        { part: 'public-address', state: 'passes', by: ['198.51.100.7'] },
        { part: 'vpc-block-public-access', state: 'passes', by: [] },
        { part: 'internet-route', state: 'passes', by: ['igw-77', '/Routes/0'] },
        { part: 'nacl-ingress', state: 'passes', by: ['/Entries/0'] },
        { part: 'nacl-egress', state: 'passes', by: ['/Entries/1'] },
        { part: 'security-groups', state: 'passes', by: ['/sg-web/IpPermissions/0'] },
      ],
    },
    unread: [],
  });
});

describe('what is known to stop it is named', () => {
  const stopped = 'not reachable: ipv4 stopped by';
  const ipv6 = 'ipv6 stopped by public address';

  test.each<[string, NetworkParts, string]>([
    ['no address', { ...open, addresses: { 4: [], 6: [] } }, 'public address'],
    [
      'a default route to a NAT gateway',
      within(routes({ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-3' })),
      'route to an internet gateway (nat-3, /Routes/0)',
    ],
    [
      'an internet gateway that is gone',
      within(routes({ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-3', State: 'blackhole' })),
      'route to an internet gateway (igw-3, /Routes/0)',
    ],
    ['no route', within(routes()), 'route to an internet gateway'],
    [
      'VPC Block Public Access',
      within({ blockPublicAccess: 'block-ingress' }),
      'VPC Block Public Access (block-ingress)',
    ],
    [
      'a deny of the port',
      within(nacl(entry(1, 'in', { RuleAction: 'deny' }), entry(2, 'in'), entry(2, 'out'))),
      'network ACL, inbound (/Entries/0)',
    ],
    ['no reply', within(nacl(entry(2, 'in'))), 'network ACL, replies'],
    ['no group that admits it', { ...open, securityGroups: [] }, 'security groups'],
  ])('%s', (_, parts, stop) => {
    expect(explained(parts)).toBe(`${stopped} ${stop}, ${ipv6}`);
  });
});

describe('what was not collected leaves it unknown', () => {
  test.each<[string, NetworkParts, string]>([
    [
      'addresses',
      { securityGroups, subnet, loadBalancers, prefixLists },
      'public address not collected, route to an internet gateway not collected',
    ],
    ['security groups', { addresses, subnet, loadBalancers, prefixLists }, 'security groups not collected'],
    [
      'routes',
      { ...open, subnet: { ...bareSubnet, nacl: publicNacl } },
      'route to an internet gateway not collected',
    ],
    [
      'network ACL',
      { ...open, subnet: { ...bareSubnet, routes: publicRoutes } },
      'network ACL, inbound not collected, network ACL, replies not collected',
    ],
    [
      'load balancers, when its own address leads nowhere',
      { addresses: { 4: [], 6: [] }, securityGroups, subnet, prefixLists },
      'load balancers not collected',
    ],
    [
      'a prefix list of a group',
      { ...open, securityGroups: [group('sg-web', { PrefixListIds: [{ PrefixListId: 'pl-9' }] })] },
      'prefix lists (pl-9) not collected',
    ],
    [
      'a prefix list of a route',
      within(routes({ DestinationPrefixListId: 'pl-9', GatewayId: 'igw-3' })),
      'prefix lists (pl-9) not collected',
    ],
    [
      'what is behind a firewall',
      within(routes({ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'vpce-fw' })),
      'route to an internet gateway (vpce-fw) not collected',
    ],
  ])('%s', (name, parts, missing) => {
    const expected = name === 'addresses' ? 'public address not collected' : missing;
    expect(explained(parts)).toBe(`unknown: ${expected}`);
  });

  test('nothing at all was collected', () => {
    expect(reachFromInternet(https, {}).answer).toBe('unknown');
  });
});

describe('what is known decides in spite of what is not', () => {
  test.each<[string, NetworkParts, string]>([
    [
      'load balancers, while its own address leads in',
      { addresses, securityGroups, subnet, prefixLists },
      'reachable',
    ],
    [
      'the group, behind a NAT gateway',
      { addresses: { 4: [], 6: [] }, subnet, loadBalancers },
      'not-reachable',
    ],
    [
      'routes, while no group admits it',
      { ...open, securityGroups: [], subnet: { ...bareSubnet, nacl: publicNacl } },
      'not-reachable',
    ],
  ])('%s', (_, parts, answer) => {
    expect(reachFromInternet(https, parts).answer).toBe(answer);
  });
});

describe('what cannot be read', () => {
  const unreadable = { IpRanges: [{ CidrIp: 'all of it' }] };

  test('leaves unknown what it might open', () => {
    expect(explained({ ...open, securityGroups: [group('sg-web', unreadable)] })).toBe(
      'unknown: security groups (/sg-web/IpPermissions/0/IpRanges/0: CidrIp is no network) cannot be read',
    );
  });

  test('does not restrict what is open without it', () => {
    const broken = nacl(
      entry(1, 'in', { RuleAction: 'deny', CidrBlock: 'x' }),
      entry(2, 'in'),
      entry(2, 'out'),
    );
    expect(reachFromInternet(https, within(broken))).toMatchObject({
      answer: 'reachable',
      unread: ['/Entries/0: has not one network that can be read'],
    });
  });
});

describe('prefix lists that were collected', () => {
  const cidr = (base: bigint) => ({ family: 4, base, prefix: 1 }) as const;
  const whole = new Map([['pl-9', [cidr(0n), cidr(2n ** 31n)]]]);
  const half = new Map([['pl-9', [cidr(0n)]]]);
  const byList = group('sg-web', { PrefixListIds: [{ PrefixListId: 'pl-9' }] });

  test.each([
    ['the whole internet', whole, 'reachable'],
    ['a half', half, 'not-reachable'],
  ] as const)('%s as a source', (_, lists, answer) => {
    const parts = { ...open, securityGroups: [byList], prefixLists: lists };
    expect(reachFromInternet(https, parts).answer).toBe(answer);
  });

  test.each([
    ['the whole internet', whole, 'reachable'],
    ['a half', half, 'not-reachable'],
  ] as const)('%s as the destination of a route', (_, lists, answer) => {
    const parts = within(routes({ DestinationPrefixListId: 'pl-9', GatewayId: 'igw-3' }));
    expect(reachFromInternet(https, { ...parts, prefixLists: lists }).answer).toBe(answer);
  });
});
