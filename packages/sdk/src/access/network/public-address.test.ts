/** Which of an interface's addresses the internet can address. */
import { expect, test } from 'vitest';
import { publicAddressesOf } from './public-address.ts';

const privateOnly = { PrivateIpAddresses: [{ PrivateIpAddress: '10.4.0.9' }], Ipv6Addresses: [] };

test.each([
  ['none', privateOnly, { 4: [], 6: [] }],
  [
    'an elastic address of a second private one',
    {
      ...privateOnly,
      PrivateIpAddresses: [
        { PrivateIpAddress: '10.4.0.9' },
        { PrivateIpAddress: '10.4.0.10', Association: { PublicIp: '198.51.100.31' } },
      ],
    },
    { 4: ['198.51.100.31'], 6: [] },
  ],
  [
    'one address named twice',
    {
      Association: { PublicIp: '198.51.100.31' },
      PrivateIpAddresses: [{ Association: { PublicIp: '198.51.100.31' } }],
      Ipv6Addresses: [],
    },
    { 4: ['198.51.100.31'], 6: [] },
  ],
  [
    'global and unique local addresses of IPv6',
    { ...privateOnly, Ipv6Addresses: [{ Ipv6Address: '2a05:d014::7' }, { Ipv6Address: 'fd00:ec2::7' }] },
    { 4: [], 6: ['2a05:d014::7'] },
  ],
  [
    'a carrier address is not the internet',
    { ...privateOnly, Association: { PublicIp: '100.64.3.4' } },
    { 4: [], 6: [] },
  ],
  ['IPv6 not collected', { PrivateIpAddresses: [] }, { 4: [] }],
  ['IPv4 not collected', { Ipv6Addresses: [] }, { 6: [] }],
  ['an association that cannot be read', { ...privateOnly, Association: 'eip' }, { 6: [] }],
  ['an address that cannot be read', { ...privateOnly, Ipv6Addresses: [{ Ipv6Address: 'x' }] }, { 4: [] }],
  ['no interface', null, {}],
])('%s', (_, networkInterface, expected) => {
  expect(publicAddressesOf(networkInterface)).toEqual(expected);
});
