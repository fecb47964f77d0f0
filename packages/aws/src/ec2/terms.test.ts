/** By which words and addresses a search finds instances and interfaces. */
import { expect, it } from 'vitest';
import { estate as instances } from '../ec2-instance/estate.ts';
import { ec2Instance } from '../ec2-instance/watcher.ts';
import { estate as interfaces } from '../ec2-network-interface/estate.ts';
import { ec2NetworkInterface } from '../ec2-network-interface/watcher.ts';

it('an instance: ids, names and all its addresses', () => {
  const terms = instances.items.map(({ config }) => ec2Instance.terms?.(ec2Instance.config.parse(config)));
  expect(terms).toEqual([
    [
      'i-0a1b2c3d4e5f60718',
      'ami-0a1b2c3d',
      'operations',
      'vpc-0a1b2c3d',
      'subnet-0a1b2c3d',
      'arn:aws:iam::111122223333:instance-profile/web',
      'ec2-203-0-113-7.example',
      'sg-1',
      'sg-2',
      'eni-1',
      'eni-2',
      'vol-1',
      'vol-2',
      '10.0.0.5',
      '203.0.113.7',
      '10.0.0.6',
      '2001:db8::5',
      '2001:db8::6',
    ],
    ['i-1111111111111111a', 'ami-0a1b2c3d'],
  ]);
});

it('an interface: ids, addresses of every kind and delegated prefixes', () => {
  const terms = interfaces.items.map(({ config }) =>
    ec2NetworkInterface.terms?.(ec2NetworkInterface.config.parse(config)),
  );
  expect(terms).toEqual([
    [
      'eni-0a1b2c3d4e5f60718',
      'front of the shop',
      'vpc-0a1b2c3d',
      'subnet-0a1b2c3d',
      '02:00:00:00:00:01',
      'i-0a1b2c3d4e5f60718',
      'sg-1',
      'sg-2',
      '10.0.0.5',
      '10.0.0.6',
      '10.0.0.7',
      '10.0.0.8',
      '203.0.113.7',
      '198.51.100.1',
      '198.51.100.2',
      '2001:db8::5',
      '2001:db8::6',
      '10.0.1.0/28',
      '10.0.2.0/28',
      '2001:db8:1::/80',
      '2001:db8:2::/80',
    ],
    ['eni-1111111111111111a', 'ELB app/shop/1234', '10.0.0.9'],
  ]);
});
