/** Laws of reachability: what was not collected makes an answer unknown and never turns it round. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoadBalancer, NetworkParts, Subnet } from './network-parts.ts';
import { type Reach, reachFromInternet } from './reach.ts';
import { entry, everywhere, group, https, nacl, routes } from './testing/open-network.ts';

const options = { seed: 9_241, numRuns: 5_000, maxSkipsPerRun: 500 };

const allOfIpv4 = '0.0.0.0/0';
const sources = fc.constantFrom(
  everywhere,
  everywhere,
  { IpRanges: [{ CidrIp: '10.4.0.0/24' }] },
  { Ipv6Ranges: [{ CidrIpv6: '::/0' }] },
  { UserIdGroupPairs: [{ GroupId: 'sg-alb' }] },
  { PrefixListIds: [{ PrefixListId: 'pl-1' }] },
);
const groups = fc.array(
  sources.map((source) => group('sg-app', source)),
  { minLength: 1, maxLength: 2 },
);
const route = fc.constantFrom(
  { DestinationCidrBlock: allOfIpv4, GatewayId: 'igw-1' },
  { DestinationCidrBlock: allOfIpv4, GatewayId: 'igw-1' },
  { DestinationCidrBlock: allOfIpv4, NatGatewayId: 'nat-1' },
  { DestinationCidrBlock: allOfIpv4, GatewayId: 'vpce-1' },
  { DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-1' },
  { DestinationPrefixListId: 'pl-1', GatewayId: 'igw-1' },
);
const deny = { RuleAction: 'deny' };
const acl = fc.constantFrom(
  nacl(entry(1, 'in'), entry(1, 'out')),
  nacl(entry(1, 'in'), entry(1, 'out')),
  nacl(entry(1, 'in', { ...deny, CidrBlock: '10.0.0.0/8' }), entry(2, 'in'), entry(1, 'out')),
  nacl(entry(1, 'in', { CidrBlock: '10.0.0.0/8' }), entry(1, 'out')),
  nacl(entry(1, 'in', { ...deny, CidrBlock: 'x' }), entry(2, 'in'), entry(1, 'out')),
);

type WholeSubnet = Required<Subnet>;
const subnet: fc.Arbitrary<WholeSubnet> = fc
  .record({
    id: fc.constantFrom('subnet-1', 'subnet-2'),
    acl,
    table: fc.array(route, { minLength: 1, maxLength: 2 }),
    blockPublicAccess: fc.constantFrom('off', 'off', 'off', 'block-ingress'),
  })
  .map(({ id, acl: list, table, blockPublicAccess }) => ({
    id,
    blockPublicAccess,
    ...list,
    ...routes(...table),
  }));

type WholeBalancer = Required<Omit<LoadBalancer, 'nodes'>> & {
  readonly nodes: readonly { readonly subnet: WholeSubnet; readonly address: string }[];
};
const balancer: fc.Arbitrary<WholeBalancer> = fc.record({
  id: fc.constant('alb-1'),
  scheme: fc.constantFrom('internet-facing', 'internet-facing', 'internal'),
  families: fc.constantFrom([4] as const, [4, 6] as const),
  forwards: fc.constantFrom([{ protocol: 6, port: 443, targetPort: 443 }], []),
  securityGroups: fc.constantFrom([], [group('sg-alb', everywhere)]),
  nodes: fc.array(fc.record({ subnet, address: fc.constant('10.4.0.20') }), { minLength: 1, maxLength: 2 }),
  preservesClientAddress: fc.boolean(),
});

type WholeParts = {
  readonly addresses: { readonly 4: readonly string[]; readonly 6: readonly string[] };
  readonly securityGroups: NonNullable<NetworkParts['securityGroups']>;
  readonly subnet: WholeSubnet;
  readonly loadBalancers: readonly WholeBalancer[];
  readonly prefixLists: NonNullable<NetworkParts['prefixLists']>;
};
const some = fc.constantFrom([], ['an address']);
const wholeParts: fc.Arbitrary<WholeParts> = fc.record({
  addresses: fc.record({ 4: some, 6: some }),
  securityGroups: groups,
  subnet,
  loadBalancers: fc.array(balancer, { maxLength: 2 }),
  prefixLists: fc.constantFrom(
    new Map([['pl-1', [{ family: 4, base: 0n, prefix: 0 } as const]]]),
    new Map([['pl-1', [{ family: 4, base: 0n, prefix: 2 } as const]]]),
  ),
});

/** Which parts were collected. */
const collected = fc.record({
  ipv4: fc.boolean(),
  ipv6: fc.boolean(),
  groups: fc.boolean(),
  nacl: fc.boolean(),
  routes: fc.boolean(),
  block: fc.boolean(),
  balancers: fc.boolean(),
  forwards: fc.boolean(),
  nodes: fc.boolean(),
  theirGroups: fc.boolean(),
  theirAddresses: fc.boolean(),
  sight: fc.boolean(),
  lists: fc.boolean(),
});
type Collected = typeof collected extends fc.Arbitrary<infer Value> ? Value : never;

function partOf(parts: WholeParts, is: Collected): NetworkParts {
  const balancers = parts.loadBalancers.map((each) => balancerOf(each, is));
  return {
    addresses: { ...(is.ipv4 && { 4: parts.addresses[4] }), ...(is.ipv6 && { 6: parts.addresses[6] }) },
    ...(is.groups && { securityGroups: parts.securityGroups }),
    subnet: subnetOf(parts.subnet, is),
    ...(is.balancers && { loadBalancers: balancers }),
    ...(is.lists && { prefixLists: parts.prefixLists }),
  };
}

function subnetOf({ id, nacl: list, routes: table, blockPublicAccess }: WholeSubnet, is: Collected): Subnet {
  return {
    id,
    ...(is.nacl && { nacl: list }),
    ...(is.routes && { routes: table }),
    ...(is.block && { blockPublicAccess }),
  };
}

function balancerOf(whole: WholeBalancer, is: Collected): LoadBalancer {
  const { id, scheme, families, forwards, securityGroups, nodes, preservesClientAddress } = whole;
  return {
    id,
    scheme,
    families,
    ...(is.forwards && { forwards }),
    ...(is.theirGroups && { securityGroups }),
    ...(is.nodes && {
      nodes: nodes.map((node) => ({
        subnet: subnetOf(node.subnet, is),
        ...(is.theirAddresses && { address: node.address }),
      })),
    }),
    ...(is.sight && { preservesClientAddress }),
  };
}

function answer(parts: NetworkParts): Reach['answer'] {
  return reachFromInternet(https, parts).answer;
}

describe('knowing less', () => {
  test('never makes of "reachable" a "not reachable", nor the reverse', () => {
    fc.assert(
      fc.property(wholeParts, collected, (parts, is) => {
        expect(['unknown', answer(parts)]).toContain(answer(partOf(parts, is)));
      }),
      options,
    );
  });

  test('occurs with each answer', () => {
    const answers = fc.sample(wholeParts, { seed: options.seed, numRuns: 1_000 }).map(answer);
    const counts = Map.groupBy(answers, (each) => each);
    expect([...counts.keys()].sort()).toEqual(['not-reachable', 'reachable', 'unknown']);
    for (const same of counts.values()) expect(same.length).toBeGreaterThan(20);
  });
});

describe('a further load balancer', () => {
  test('never closes', () => {
    fc.assert(
      fc.property(wholeParts, balancer, (parts, added) => {
        const more = { ...parts, loadBalancers: [...parts.loadBalancers, added] };
        fc.pre(answer(parts) === 'reachable');
        expect(answer(more)).toBe('reachable');
      }),
      options,
    );
  });
});
