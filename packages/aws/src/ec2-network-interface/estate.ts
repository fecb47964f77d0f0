/** Two network interfaces as EC2 describes them: one of an instance with addresses of every kind, one of a service. */
import { type Estate, providerError } from '@security-monkey/sdk/testing';

const lent = {
  IpOwnerId: 'amazon',
  PublicDnsName: 'ec2-203-0-113-7.compute-1.amazonaws.com',
  PublicIp: '203.0.113.7',
};
const elastic = (number: number) => ({
  AllocationId: `eipalloc-${number}`,
  AssociationId: `eipassoc-${number}`,
  IpOwnerId: '111122223333',
  PublicIp: `198.51.100.${number}`,
});

const web = {
  NetworkInterfaceId: 'eni-0a1b2c3d4e5f60718',
  OwnerId: '111122223333',
  AvailabilityZone: 'us-east-1a',
  Description: 'front of the shop',
  InterfaceType: 'interface',
  MacAddress: '02:00:00:00:00:01',
  VpcId: 'vpc-0a1b2c3d',
  SubnetId: 'subnet-0a1b2c3d',
  RequesterManaged: false,
  SourceDestCheck: true,
  Status: 'in-use',
  Attachment: {
    AttachmentId: 'eni-attach-1',
    AttachTime: '2026-01-05T10:00:00.000Z',
    DeleteOnTermination: true,
    DeviceIndex: 0,
    InstanceId: 'i-0a1b2c3d4e5f60718',
    InstanceOwnerId: '111122223333',
    Status: 'attached',
  },
  AssociatedSubnets: ['subnet-0a1b2c3d', 'subnet-1a1b2c3d'],
  Association: lent,
  Groups: [
    { GroupId: 'sg-1', GroupName: 'web' },
    { GroupId: 'sg-2', GroupName: 'monitoring' },
  ],
  PrivateDnsName: 'ip-10-0-0-5.ec2.internal',
  PublicDnsName: lent.PublicDnsName,
  PublicIpDnsNameOptions: {
    DnsHostnameType: 'public-ipv4-dns-name',
    PublicIpv4DnsName: lent.PublicDnsName,
    PublicDualStackDnsName: 'eni-0a1b2c3d.dual.example',
  },
  PrivateIpAddress: '10.0.0.5',
  PrivateIpAddresses: [
    { Primary: true, PrivateIpAddress: '10.0.0.5', Association: lent },
    { Primary: false, PrivateIpAddress: '10.0.0.6', Association: elastic(1) },
    { Primary: false, PrivateIpAddress: '10.0.0.7', Association: elastic(2) },
    { Primary: false, PrivateIpAddress: '10.0.0.8' },
  ],
  Ipv6Addresses: [{ Ipv6Address: '2001:db8::5' }, { Ipv6Address: '2001:db8::6' }],
  Ipv4Prefixes: [{ Ipv4Prefix: '10.0.1.0/28' }, { Ipv4Prefix: '10.0.2.0/28' }],
  Ipv6Prefixes: [{ Ipv6Prefix: '2001:db8:1::/80' }, { Ipv6Prefix: '2001:db8:2::/80' }],
  TagSet: [
    { Key: 'Name', Value: 'shop front' },
    { Key: 'stage', Value: 'prod' },
  ],
};

const balancer = {
  NetworkInterfaceId: 'eni-1111111111111111a',
  OwnerId: '111122223333',
  Description: 'ELB app/shop/1234',
  InterfaceType: 'interface',
  RequesterId: 'amazon-elb',
  RequesterManaged: true,
  Status: 'in-use',
  Attachment: { AttachmentId: 'ela-attach-1', InstanceOwnerId: 'amazon-elb', Status: 'attached' },
  PrivateIpAddress: '10.0.0.9',
  PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: '10.0.0.9' }],
  TagSet: [],
};

export const estate: Estate = {
  answers: {
    'ec2:DescribeNetworkInterfaces': ({ NetworkInterfaceIds: ids, NextToken: token }) => {
      if (ids === undefined) {
        return token === 'second'
          ? { NetworkInterfaces: [balancer] }
          : { NetworkInterfaces: [web], NextToken: 'second' };
      }
      const found = [web, balancer].filter(
        ({ NetworkInterfaceId }) => JSON.stringify(ids) === JSON.stringify([NetworkInterfaceId]),
      );
      if (found.length === 0) throw providerError('InvalidNetworkInterfaceID.NotFound');
      return { NetworkInterfaces: found };
    },
  },
  listing: {
    operation: 'ec2:DescribeNetworkInterfaces',
    secondPage: ({ NextToken }) => NextToken !== undefined,
  },
  items: [
    {
      identity: 'eni-0a1b2c3d4e5f60718',
      lineage: 'arn:aws:ec2:us-east-1:111122223333:network-interface/eni-0a1b2c3d4e5f60718',
      name: 'shop front',
      console: '/ec2/home?region=us-east-1#NIC:networkInterfaceId=eni-0a1b2c3d4e5f60718',
      tags: { Name: 'shop front', stage: 'prod' },
      config: {
        ...web,
        ElasticAddresses: [
          { AllocationId: 'eipalloc-1', PublicIp: '198.51.100.1', PrivateIpAddress: '10.0.0.6' },
          { AllocationId: 'eipalloc-2', PublicIp: '198.51.100.2', PrivateIpAddress: '10.0.0.7' },
        ],
      },
    },
    {
      identity: 'eni-1111111111111111a',
      lineage: 'arn:aws:ec2:us-east-1:111122223333:network-interface/eni-1111111111111111a',
      name: 'eni-1111111111111111a',
      tags: {},
      config: { ...balancer, ElasticAddresses: [] },
    },
  ],
};
