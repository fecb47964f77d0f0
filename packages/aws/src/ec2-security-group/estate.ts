/** Two security groups as EC2 describes them: one with rules of every kind and in use, one fresh and unused. */
import type { JsonObject } from '@security-monkey/sdk';
import { type Estate, providerError } from '@security-monkey/sdk/testing';
import { attachments } from './attachments.ts';

const sources = {
  IpRanges: [{ CidrIp: '203.0.113.0/24', Description: 'office' }, { CidrIp: '198.51.100.7/32' }],
  Ipv6Ranges: [{ CidrIpv6: '2001:db8:1::/48' }, { CidrIpv6: '2001:db8:2::/48', Description: 'lab' }],
  PrefixListIds: [{ PrefixListId: 'pl-0a1b2c3d' }, { PrefixListId: 'pl-4e5f6071' }],
  UserIdGroupPairs: [
    { GroupId: 'sg-0a1b2c3d4e5f60718', UserId: '111122223333' },
    { GroupId: 'sg-0f0f0f0f', UserId: '222233334444', VpcPeeringConnectionId: 'pcx-1' },
  ],
};

const web = {
  GroupId: 'sg-0a1b2c3d4e5f60718',
  GroupName: 'web',
  Description: 'web servers',
  OwnerId: '111122223333',
  VpcId: 'vpc-0a1b2c3d',
  SecurityGroupArn: 'arn:aws:ec2:us-east-1:111122223333:security-group/sg-0a1b2c3d4e5f60718',
  IpPermissions: [
    { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, ...sources },
    { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, ...sources },
  ],
  IpPermissionsEgress: [
    { IpProtocol: '-1', ...sources },
    { IpProtocol: 'udp', FromPort: 53, ToPort: 53, ...sources },
  ],
  Tags: [
    { Key: 'team', Value: 'shop' },
    { Key: 'stage', Value: 'prod' },
  ],
};

const fresh = {
  GroupId: 'sg-1111111111111111a',
  GroupName: 'default',
  Description: 'default VPC security group',
  OwnerId: '111122223333',
  VpcId: 'vpc-0a1b2c3d',
  IpPermissions: [],
  IpPermissionsEgress: [],
};

const interfaces = [
  {
    NetworkInterfaceId: 'eni-1',
    InterfaceType: 'interface',
    Attachment: { InstanceId: 'i-1', Status: 'attached' },
    Groups: [{ GroupId: web.GroupId, GroupName: web.GroupName }],
  },
  { NetworkInterfaceId: 'eni-2', InterfaceType: 'lambda', Groups: [{ GroupId: web.GroupId }] },
];

function pages(list: string, [first, second]: readonly JsonObject[], { NextToken }: JsonObject): JsonObject {
  if (NextToken === 'second') return { [list]: second === undefined ? [] : [second] };
  return { [list]: first === undefined ? [] : [first], NextToken: 'second' };
}

export const estate: Estate = {
  answers: {
    'ec2:DescribeNetworkInterfaces': (input) => pages('NetworkInterfaces', interfaces, input),
    'ec2:DescribeSecurityGroups': (input) => {
      if (input['GroupIds'] === undefined) return pages('SecurityGroups', [web, fresh], input);
      const found = [web, fresh].filter(
        ({ GroupId }) => JSON.stringify(input['GroupIds']) === JSON.stringify([GroupId]),
      );
      if (found.length === 0) throw providerError('InvalidGroup.NotFound');
      return { SecurityGroups: found };
    },
  },
  listing: {
    operation: 'ec2:DescribeSecurityGroups',
    secondPage: ({ NextToken }) => NextToken !== undefined,
  },
  // A listing gives the whole group: describing it adds only what is shared by all.
  describing: [],
  items: [
    {
      identity: 'sg-0a1b2c3d4e5f60718',
      lineage: 'arn:aws:ec2:us-east-1:111122223333:security-group/sg-0a1b2c3d4e5f60718',
      name: 'web',
      console: '/ec2/home?region=us-east-1#SecurityGroup:groupId=sg-0a1b2c3d4e5f60718',
      tags: { team: 'shop', stage: 'prod' },
      config: web,
      relations: [
        {
          name: attachments,
          technology: 'aws.ec2-network-interface',
          key: 'eni-1',
          value: { InterfaceType: 'interface', InstanceId: 'i-1' },
        },
        {
          name: attachments,
          technology: 'aws.ec2-network-interface',
          key: 'eni-2',
          value: { InterfaceType: 'lambda' },
        },
      ],
    },
    {
      identity: 'sg-1111111111111111a',
      lineage: 'arn:aws:ec2:us-east-1:111122223333:security-group/sg-1111111111111111a',
      name: 'default',
      tags: {},
      config: fresh,
    },
  ],
};
