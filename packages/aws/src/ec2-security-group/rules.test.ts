/** How EC2 writes doors, and what they are called. */
import { expect, it } from 'vitest';
import type { Permission } from './config.ts';
import { doorText, rulesOf } from './rules.ts';

const doors: readonly (readonly [string, Permission])[] = [
  ['all all', { IpProtocol: '-1' }],
  ['all all', { IpProtocol: '-1', FromPort: -1, ToPort: -1 }],
  ['tcp 22', { IpProtocol: 'tcp', FromPort: 22, ToPort: 22 }],
  ['tcp 22', { IpProtocol: '6', FromPort: 22, ToPort: 22 }],
  ['tcp 0', { IpProtocol: 'tcp', FromPort: 0, ToPort: 0 }],
  ['tcp all', { IpProtocol: 'tcp', FromPort: 0, ToPort: 65_535 }],
  ['tcp all', { IpProtocol: 'tcp' }],
  ['udp 53-54', { IpProtocol: 'udp', FromPort: 53, ToPort: 54 }],
  ['icmp all', { IpProtocol: 'icmp', FromPort: -1, ToPort: -1 }],
  ['icmp type 8', { IpProtocol: 'icmp', FromPort: 8, ToPort: -1 }],
  ['icmp type 3 code 4', { IpProtocol: '1', FromPort: 3, ToPort: 4 }],
  ['icmpv6 type 128', { IpProtocol: 'icmpv6', FromPort: 128, ToPort: -1 }],
  ['50 all', { IpProtocol: '50' }],
];

it.each(doors)('%s', (expected, permission) => {
  const config = { GroupId: 'sg-1', GroupName: 'g', OwnerId: '1', IpPermissions: [permission] };
  expect(rulesOf(config, 'ingress').map(({ door }) => `${door.protocol} ${door.ports}`)).toEqual([expected]);
});

it('rules for one door count as one', () => {
  const rule = (CidrIp: string) => ({ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp }] });
  const config = {
    GroupId: 'sg-1',
    GroupName: 'g',
    OwnerId: '1',
    IpPermissions: [rule('10.0.0.0/8'), rule('192.0.2.0/24')],
  };
  expect(rulesOf(config, 'ingress').map(({ sources }) => sources)).toEqual([
    [
      { path: '/IpPermissions/0/IpRanges/0/CidrIp', value: '10.0.0.0/8' },
      { path: '/IpPermissions/1/IpRanges/0/CidrIp', value: '192.0.2.0/24' },
    ],
  ]);
});

it.each([
  ['tcp', '443', 'tcp 443'],
  ['tcp', 'all', 'all of tcp'],
  ['all', 'all', 'every protocol'],
  ['50', 'all', 'all of protocol 50'],
])('the door %s %s reads %s', (protocol, ports, text) => {
  expect(doorText({ protocol, ports })).toBe(text);
});
