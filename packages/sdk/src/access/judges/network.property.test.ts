/** Laws of the network kinds: what is added can only do what it says, and order says nothing. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../judge.ts';

const seed = 6_107;
/** Cases that a law says nothing of are drawn again: `numRuns` counts those that it does. */
const options = { seed, numRuns: 1_000, maxSkipsPerRun: 500 };

/** Few networks and ports, so that unions, covers and near misses all occur often. */
const network4 = fc.constantFrom(
  '0.0.0.0/0',
  '0.0.0.0/1',
  '128.0.0.0/1',
  '0.0.0.0/2',
  '64.0.0.0/2',
  '128.0.0.0/2',
  '192.0.0.0/2',
  '10.0.0.0/8',
  'nowhere',
);
const network6 = fc.constantFrom('::/0', '::/1', '8000::/1', '2001:db8::/32', 'nowhere');
const port = fc.constantFrom(0, 1, 22, 23, 1_023, 1_024, 40_000, 65_534, 65_535);
const protocolName = fc.constantFrom('tcp', 'udp', '6', '17', '-1', 'icmp', '58', '132', 'tpc');
const protocolNumber = fc.constantFrom('6', '6', '17', '-1', '1', '132', '300');

const permission = fc.record(
  {
    IpProtocol: protocolName,
    FromPort: port,
    ToPort: port,
    IpRanges: fc.array(fc.record({ CidrIp: network4 }), { maxLength: 3 }),
    Ipv6Ranges: fc.array(fc.record({ CidrIpv6: network6 }), { maxLength: 2 }),
    PrefixListIds: fc.constant([{ PrefixListId: 'pl-0d0d' }]),
  },
  { requiredKeys: ['IpProtocol'] },
);
const permissions = fc.array(permission, { maxLength: 6 });

const entryFields = {
  RuleNumber: fc.integer({ min: 1, max: 12 }),
  Egress: fc.boolean(),
  Protocol: protocolNumber,
  PortRange: fc.record({ From: port, To: port }),
};
const requiredKeys = ['RuleNumber', 'Egress', 'RuleAction', 'Protocol'] as const;
const entryOf = (action: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.record(
      { ...entryFields, RuleAction: action, CidrBlock: network4 },
      { requiredKeys: [...requiredKeys, 'CidrBlock'] },
    ),
    fc.record(
      { ...entryFields, RuleAction: action, Ipv6CidrBlock: network6 },
      { requiredKeys: [...requiredKeys, 'Ipv6CidrBlock'] },
    ),
  );
const entries = fc.array(entryOf(fc.constantFrom('allow', 'deny')), { maxLength: 7 });

const sgQuestion = fc.record(
  {
    direction: fc.constantFrom('ingress', 'egress'),
    protocols: fc.array(protocolName, { minLength: 1, maxLength: 2 }),
    ports: fc.array(port, { minLength: 1, maxLength: 2 }),
    allPorts: fc.constant(true),
  },
  { requiredKeys: ['direction'] },
);
const naclQuestion = fc.record({ protocol: protocolNumber, port: fc.option(port) });

/** An object with its keys in another order of lists: every list of it is shuffled. */
const shuffled = <Value>(list: readonly Value[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length });

function internet(kind: string, input: unknown): boolean {
  return judge(kind, input, 0)['internet'] === true;
}

describe('security groups', () => {
  test('an added rule never closes', () => {
    fc.assert(
      fc.property(sgQuestion, permissions, permission, (question, before, added) => {
        fc.pre(internet('sg', { ...question, permissions: before }));
        expect(internet('sg', { ...question, permissions: [...before, added] })).toBe(true);
      }),
      options,
    );
  });

  test('the order of rules and of their ranges says nothing', () => {
    const twice = permissions.chain((list) => fc.tuple(fc.constant(list), shuffled(list)));
    fc.assert(
      fc.property(sgQuestion, twice, (question, [list, other]) => {
        const reversed = other.map((rule) => ({
          ...rule,
          ...(rule.IpRanges !== undefined && { IpRanges: rule.IpRanges.toReversed() }),
          ...(rule.Ipv6Ranges !== undefined && { Ipv6Ranges: rule.Ipv6Ranges.toReversed() }),
        }));
        expect(internet('sg', { ...question, permissions: reversed })).toBe(
          internet('sg', { ...question, permissions: list }),
        );
      }),
      options,
    );
  });

  test('one rule with two networks is two rules with one each', () => {
    fc.assert(
      fc.property(sgQuestion, permissions, (question, list) => {
        const split = list.flatMap((rule) => {
          const { IpRanges = [], Ipv6Ranges = [], ...rest } = rule;
          return [
            ...IpRanges.map((range) => ({ ...rest, IpRanges: [range] })),
            ...Ipv6Ranges.map((range) => ({ ...rest, Ipv6Ranges: [range] })),
          ];
        });
        expect(internet('sg', { ...question, permissions: split })).toBe(
          internet('sg', { ...question, permissions: list }),
        );
      }),
      options,
    );
  });

  test('all ports are open only if each one is', () => {
    fc.assert(
      fc.property(permissions, port, (list, asked) => {
        const question = { direction: 'ingress', permissions: list, protocol: 'tcp' };
        fc.pre(internet('sg', { ...question, allPorts: true }));
        expect(internet('sg', { ...question, ports: [asked] })).toBe(true);
      }),
      options,
    );
  });
});

describe('network ACLs', () => {
  test('an added allow never closes', () => {
    fc.assert(
      fc.property(naclQuestion, entries, entryOf(fc.constant('allow')), (question, before, added) => {
        fc.pre(internet('nacl', { ...question, entries: before }));
        expect(internet('nacl', { ...question, entries: [...before, added] })).toBe(true);
      }),
      options,
    );
  });

  test('an added deny never opens', () => {
    fc.assert(
      fc.property(naclQuestion, entries, entryOf(fc.constant('deny')), (question, before, added) => {
        fc.pre(!internet('nacl', { ...question, entries: before }));
        expect(internet('nacl', { ...question, entries: [...before, added] })).toBe(false);
      }),
      options,
    );
  });

  test('the order of the list says nothing', () => {
    const twice = entries.chain((list) => fc.tuple(fc.constant(list), shuffled(list)));
    fc.assert(
      fc.property(naclQuestion, twice, (question, [list, other]) => {
        expect(internet('nacl', { ...question, entries: other })).toBe(
          internet('nacl', { ...question, entries: list }),
        );
      }),
      options,
    );
  });

  test('what denies nothing is judged like a security group', () => {
    const allows = fc.array(entryOf(fc.constant('allow')), { maxLength: 6 });
    fc.assert(
      fc.property(allows, port, (list, asked) => {
        const ingress = list.filter(({ Egress }) => !Egress);
        const rules = ingress.map((entry) => ({
          IpProtocol: entry.Protocol,
          ...rangeOf(entry),
          ...('CidrBlock' in entry && { IpRanges: [{ CidrIp: entry.CidrBlock }] }),
          ...('Ipv6CidrBlock' in entry && { Ipv6Ranges: [{ CidrIpv6: entry.Ipv6CidrBlock }] }),
        }));
        const asSg = { direction: 'ingress', permissions: rules, protocol: 'tcp', ports: [asked] };
        expect(internet('nacl', { entries: list, protocol: '6', port: asked })).toBe(internet('sg', asSg));
      }),
      options,
    );
  });
});

function rangeOf({ PortRange }: { readonly PortRange?: { readonly From: number; readonly To: number } }) {
  return PortRange === undefined ? {} : { FromPort: PortRange.From, ToPort: PortRange.To };
}

describe('reachability', () => {
  const destination = fc.oneof(
    fc.record({ DestinationCidrBlock: network4 }),
    fc.record({ DestinationIpv6CidrBlock: network6 }),
  );
  const target = fc.constantFrom({ GatewayId: 'igw-0a' }, { NatGatewayId: 'nat-0a' }, { GatewayId: 'local' });
  const route = fc.tuple(destination, target).map(([to, by]) => ({ ...to, ...by }));
  const reach = fc.record({
    publicIp: fc.constantFrom(true, true, true, false),
    securityGroups: fc.array(permissions, { minLength: 1, maxLength: 2 }),
    nacl: entries.map((list) => [
      ...list,
      { RuleNumber: 13, Egress: true, RuleAction: 'allow', Protocol: '-1', CidrBlock: '0.0.0.0/0' },
      { RuleNumber: 13, Egress: false, RuleAction: 'allow', Protocol: '-1', CidrBlock: '0.0.0.0/0' },
    ]),
    routes: fc
      .array(route, { maxLength: 3 })
      .map((list) => [...list, { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-0b' }]),
    protocol: fc.constantFrom('tcp', 'udp'),
    port,
  });

  test('an added rule, allow or route to an internet gateway never closes', () => {
    const allow = entryOf(fc.constant('allow'));
    fc.assert(
      fc.property(reach, fc.tuple(permission, allow, destination), (question, [rule, entry, to]) => {
        fc.pre(internet('aws-reachability', question));
        const more = [
          { ...question, securityGroups: [...question.securityGroups, [rule]] },
          { ...question, nacl: [...question.nacl, entry] },
          { ...question, routes: [...question.routes, { ...to, GatewayId: 'igw-0c' }] },
        ];
        expect(more.map((input) => internet('aws-reachability', input))).toEqual([true, true, true]);
      }),
      options,
    );
  });

  test('an added deny or route to elsewhere never opens', () => {
    const deny = entryOf(fc.constant('deny'));
    fc.assert(
      fc.property(reach, deny, destination, (question, entry, to) => {
        fc.pre(!internet('aws-reachability', question));
        const less = [
          { ...question, nacl: [...question.nacl, entry] },
          { ...question, routes: [...question.routes, { ...to, NatGatewayId: 'nat-0c' }] },
        ];
        expect(less.map((input) => internet('aws-reachability', input))).toEqual([false, false]);
      }),
      options,
    );
  });

  test('the order of groups, entries and routes says nothing', () => {
    fc.assert(
      fc.property(reach, (question) => {
        const reversed = {
          ...question,
          securityGroups: question.securityGroups.toReversed(),
          nacl: question.nacl.toReversed(),
          routes: question.routes.toReversed(),
        };
        expect(internet('aws-reachability', reversed)).toBe(internet('aws-reachability', question));
      }),
      options,
    );
  });
});
