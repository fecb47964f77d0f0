/** A stop and a start change nothing durable; what somebody decides does. */
import { canonicalText, type JsonObject, type JsonValue, matchPattern, without } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { withElasticAddresses } from '../ec2-network-interface/elastic-addresses.ts';
import { ec2NetworkInterface } from '../ec2-network-interface/watcher.ts';
import { ec2Instance } from './watcher.ts';

function durable(ephemeral: readonly string[], config: JsonObject): string {
  const paths = ephemeral.flatMap((pattern) => matchPattern(config, pattern));
  return canonicalText(paths.reduce<JsonValue>((left, path) => without(left, path), config));
}

const lent = (PublicIp: string): JsonObject => ({
  IpOwnerId: 'amazon',
  PublicIp,
  PublicDnsName: 'ec2.example',
});
const elastic: JsonObject = {
  AllocationId: 'eipalloc-1',
  IpOwnerId: '111122223333',
  PublicIp: '198.51.100.1',
};

/** Of the instance and of its interface, with a public address or without. */
function interfaceOf(Association?: JsonObject): JsonObject {
  const address = Association === undefined ? {} : { Association };
  return {
    NetworkInterfaceId: 'eni-1',
    Status: 'in-use',
    PrivateIpAddress: '10.0.0.5',
    ...address,
    PrivateIpAddresses: [{ PrivateIpAddress: '10.0.0.5', ...address }],
  };
}

const running: JsonObject = {
  InstanceId: 'i-1',
  State: { Code: 16, Name: 'running' },
  StateTransitionReason: '',
  LaunchTime: '2026-01-05T10:00:00.000Z',
  PublicIpAddress: '203.0.113.7',
  PublicDnsName: 'ec2.example',
  NetworkInterfaces: [interfaceOf(lent('203.0.113.7'))],
  SecurityGroups: [{ GroupId: 'sg-1' }],
};

const stopped: JsonObject = {
  InstanceId: 'i-1',
  State: { Code: 80, Name: 'stopped' },
  StateReason: { Code: 'Client.UserInitiatedShutdown', Message: 'Client.UserInitiatedShutdown' },
  StateTransitionReason: 'User initiated (2026-01-05 22:00:00 GMT)',
  LaunchTime: '2026-01-05T10:00:00.000Z',
  PublicDnsName: '',
  NetworkInterfaces: [interfaceOf()],
  SecurityGroups: [{ GroupId: 'sg-1' }],
};

type Row = readonly [string, { readonly before: JsonObject; readonly after: JsonObject }, boolean];

it.each<Row>([
  ['stopped', { before: running, after: stopped }, true],
  [
    'started at another time',
    { before: running, after: { ...running, LaunchTime: '2026-01-06T08:00:00.000Z' } },
    true,
  ],
  [
    'moved into another group',
    { before: running, after: { ...running, SecurityGroups: [{ GroupId: 'sg-2' }] } },
    false,
  ],
])('an instance %s', (_name, { before, after }, isSame) => {
  const { ephemeral } = ec2Instance;
  expect(durable(ephemeral, before) === durable(ephemeral, after)).toBe(isSame);
});

const withLent = interfaceOf(lent('203.0.113.7'));

it.each<Row>([
  ['loses a lent address', { before: withLent, after: interfaceOf() }, true],
  ['is lent another', { before: withLent, after: interfaceOf(lent('203.0.113.8')) }, true],
  ['gets an elastic address', { before: interfaceOf(), after: interfaceOf(elastic) }, false],
  ['gets it in place of a lent one', { before: withLent, after: interfaceOf(elastic) }, false],
])('an interface that %s', (_name, { before, after }, isSame) => {
  const [one, two] = [before, after].map((found) =>
    durable(ec2NetworkInterface.ephemeral, withElasticAddresses(found)),
  );
  expect(one === two).toBe(isSame);
});

const addressed = { AllocationId: 'eipalloc-1', PublicIp: '198.51.100.1', PrivateIpAddress: '10.0.0.5' };
const { PrivateIpAddresses: _, ...only } = interfaceOf(elastic);

it.each<readonly [string, JsonObject]>([
  ['on the interface and among its addresses', interfaceOf(elastic)],
  ['on the interface only', only],
])('an elastic address is told once: %s', (_name, found) => {
  expect(withElasticAddresses(found)['ElasticAddresses']).toEqual([addressed]);
});
