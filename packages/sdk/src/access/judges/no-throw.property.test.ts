/** No input throws: whatever JSON is put where something else belongs. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge } from '../judge.ts';

const any = fc.jsonValue({ maxDepth: 3 });
const seed = 7_919;
const numRuns = 3_000;

/** Mostly a value of the right kind, sometimes anything. */
const mostly = (value: fc.Arbitrary<unknown>) => fc.oneof({ weight: 6, arbitrary: value }, any);
const record = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, mostly(value)])), {
    requiredKeys: [],
  });
const list = (element: fc.Arbitrary<unknown>) => mostly(fc.array(mostly(element), { maxLength: 4 }));

const port = fc.oneof(
  fc.integer({ min: -1, max: 65_536 }),
  fc.constantFrom('22', '', 1.5, Number.POSITIVE_INFINITY),
);
const protocol = fc.constantFrom('tcp', '6', '-1', 'icmp', '58', '', '999', 6);
const network = fc.constantFrom('0.0.0.0/0', '::/0', '10.1.2.3/7', '', '/', '::/129', 'constructor');
const permission = record({
  IpProtocol: protocol,
  FromPort: port,
  ToPort: port,
  IpRanges: list(record({ CidrIp: network })),
  Ipv6Ranges: list(record({ CidrIpv6: network })),
  PrefixListIds: list(record({ PrefixListId: fc.string() })),
  UserIdGroupPairs: list(record({ GroupId: fc.string() })),
});
const entry = record({
  RuleNumber: fc.integer(),
  Egress: fc.boolean(),
  RuleAction: fc.constantFrom('allow', 'deny'),
  Protocol: protocol,
  CidrBlock: network,
  Ipv6CidrBlock: network,
  PortRange: record({ From: port, To: port }),
  IcmpTypeCode: record({ Type: port, Code: port }),
});
const route = record({
  DestinationCidrBlock: network,
  DestinationIpv6CidrBlock: network,
  DestinationPrefixListId: fc.string(),
  GatewayId: fc.constantFrom('igw-1', 'local', 'vpce-1', ''),
  NatGatewayId: fc.string(),
});
const owners = mostly(fc.dictionary(fc.oneof(network, fc.constant('__proto__')), mostly(fc.string())));

const inputs: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  sg: record({
    direction: fc.constant('ingress'),
    permissions: list(permission),
    protocol,
    protocols: list(protocol),
    ports: list(port),
    allPorts: fc.boolean(),
  }),
  nacl: record({ entries: list(entry), protocol, port, unrestricted: fc.boolean() }),
  'aws-reachability': record({
    publicIp: fc.boolean(),
    securityGroups: list(list(permission)),
    nacl: list(entry),
    routes: list(route),
    protocol: fc.constant('tcp'),
    port,
  }),
  'snapshot-sharing': record({
    type: fc.constantFrom('ebs', 'ami'),
    createVolumePermissions: list(record({ Group: fc.constant('all'), UserId: fc.string() })),
    public: fc.boolean(),
  }),
  's3-acl': record({
    owner: fc.string(),
    grants: list(
      record({ Grantee: record({ Type: fc.string(), URI: fc.string(), ID: fc.string() }), Permission: any }),
    ),
    known: record({ same: list(fc.string()), friendly: list(fc.string()), thirdParty: list(fc.string()) }),
  }),
  's3-bpa': record({
    bucket: record({ BlockPublicAcls: fc.boolean(), RestrictPublicBuckets: fc.boolean() }),
  }),
  'aws-entity-class': record({
    category: fc.constantFrom('principal', 'account', 'arn', 'vpc', 'vpce', 'userid', 'cidr'),
    value: fc.oneof(network, fc.string(), fc.constantFrom('__proto__', 'arn:aws:s3:::__proto__/x', 'arn:::')),
    inventory: record({
      accounts: record({ same: fc.string(), friendly: list(fc.string()), thirdParty: list(fc.string()) }),
      s3: owners,
      vpc: owners,
      userid: owners,
      cidr: owners,
    }),
  }),
};

const headlines: Readonly<Record<string, string>> = {
  sg: 'internet',
  nacl: 'internet',
  'aws-reachability': 'internet',
  'snapshot-sharing': 'public',
  's3-acl': 'public',
  's3-bpa': 'fullyBlocked',
  'aws-entity-class': 'classification',
};

test.each(Object.entries(inputs))('%s answers its field or says what it cannot read', (kind, input) => {
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: input }, any), (question) => {
      const result = judge(kind, question, 0);
      const answer = result[headlines[kind] ?? ''];
      const isAnswered = typeof answer === 'boolean' || typeof answer === 'string';
      expect(isAnswered || Object.keys(result).join() === 'malformed').toBe(true);
    }),
    { seed, numRuns },
  );
});
