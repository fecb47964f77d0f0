/** Two instances as EC2 describes them: one with everything, one stopped and bare; and one that is terminated. */
import { type Estate, providerError } from '@security-monkey/sdk/testing';

const lent = { IpOwnerId: 'amazon', PublicDnsName: 'ec2-203-0-113-7.example', PublicIp: '203.0.113.7' };

/** `#!/bin/sh`, and the assignment of a password. */
const userData = Buffer.from('#!/bin/sh\nexport DB_PASSWORD=correct-horse-9\n').toString('base64');

const volume = (name: string, id: string) => ({
  DeviceName: name,
  Ebs: {
    AttachTime: '2026-01-05T10:00:00.000Z',
    DeleteOnTermination: true,
    Status: 'attached',
    VolumeId: id,
  },
});

const web = {
  InstanceId: 'i-0a1b2c3d4e5f60718',
  ImageId: 'ami-0a1b2c3d',
  InstanceType: 't3.small',
  KeyName: 'operations',
  LaunchTime: '2026-01-05T10:00:00.000Z',
  State: { Code: 16, Name: 'running' },
  StateReason: { Code: 'pending', Message: 'pending' },
  StateTransitionReason: '',
  CapacityReservationId: 'cr-0a1b2c3d',
  VpcId: 'vpc-0a1b2c3d',
  SubnetId: 'subnet-0a1b2c3d',
  PrivateIpAddress: '10.0.0.5',
  PublicIpAddress: lent.PublicIp,
  PublicDnsName: lent.PublicDnsName,
  UsageOperation: 'RunInstances',
  UsageOperationUpdateTime: '2026-01-05T10:00:00.000Z',
  IamInstanceProfile: { Arn: 'arn:aws:iam::111122223333:instance-profile/web', Id: 'AIPA1' },
  MetadataOptions: {
    State: 'applied',
    HttpTokens: 'required',
    HttpEndpoint: 'enabled',
    HttpPutResponseHopLimit: 1,
  },
  BlockDeviceMappings: [volume('/dev/xvda', 'vol-1'), volume('/dev/xvdb', 'vol-2')],
  Licenses: [{ LicenseConfigurationArn: 'arn:1' }, { LicenseConfigurationArn: 'arn:2' }],
  ProductCodes: [
    { ProductCodeId: 'p1', ProductCodeType: 'marketplace' },
    { ProductCodeId: 'p2', ProductCodeType: 'marketplace' },
  ],
  SecurityGroups: [
    { GroupId: 'sg-1', GroupName: 'web' },
    { GroupId: 'sg-2', GroupName: 'monitoring' },
  ],
  NetworkInterfaces: [
    {
      NetworkInterfaceId: 'eni-1',
      Status: 'in-use',
      Attachment: { AttachmentId: 'eni-attach-1', DeviceIndex: 0, Status: 'attached' },
      Association: lent,
      Groups: [{ GroupId: 'sg-1' }, { GroupId: 'sg-2' }],
      Ipv4Prefixes: [{ Ipv4Prefix: '10.0.1.0/28' }, { Ipv4Prefix: '10.0.2.0/28' }],
      Ipv6Addresses: [{ Ipv6Address: '2001:db8::5' }, { Ipv6Address: '2001:db8::6' }],
      Ipv6Prefixes: [{ Ipv6Prefix: '2001:db8:1::/80' }, { Ipv6Prefix: '2001:db8:2::/80' }],
      PrivateIpAddresses: [
        { Primary: true, PrivateIpAddress: '10.0.0.5', Association: lent },
        { Primary: false, PrivateIpAddress: '10.0.0.6' },
      ],
    },
    { NetworkInterfaceId: 'eni-2', Status: 'in-use' },
  ],
  Tags: [
    { Key: 'Name', Value: 'shop' },
    { Key: 'stage', Value: 'prod' },
  ],
};

const bare = {
  InstanceId: 'i-1111111111111111a',
  ImageId: 'ami-0a1b2c3d',
  LaunchTime: '2026-01-05T10:00:00.000Z',
  State: { Code: 80, Name: 'stopped' },
  MetadataOptions: { State: 'applied', HttpTokens: 'optional', HttpEndpoint: 'enabled' },
  Tags: [{ Key: 'Name' }],
};

const terminated = { InstanceId: 'i-2222222222222222b', State: { Code: 48, Name: 'terminated' } };

const first = {
  ReservationId: 'r-1',
  OwnerId: '111122223333',
  RequesterId: '940372691376',
  Instances: [terminated, web],
};
const second = { ReservationId: 'r-2', OwnerId: '111122223333', Instances: [bare] };

export const estate: Estate = {
  answers: {
    'ec2:DescribeInstances': ({ InstanceIds: ids, NextToken: token }) => {
      if (ids === undefined) {
        return token === 'second'
          ? { Reservations: [second] }
          : { Reservations: [first], NextToken: 'second' };
      }
      const found = [first, second].flatMap((reservation) =>
        reservation.Instances.filter(
          ({ InstanceId }) => JSON.stringify(ids) === JSON.stringify([InstanceId]),
        ).map((instance) => ({ ...reservation, Instances: [instance] })),
      );
      if (found.length === 0) throw providerError('InvalidInstanceID.NotFound');
      return { Reservations: found };
    },
    'ec2:DescribeInstanceAttribute': ({ InstanceId, Attribute }) => {
      if (Attribute !== 'userData') throw new Error('only user data is asked for');
      return { InstanceId, UserData: InstanceId === web.InstanceId ? { Value: userData } : {} };
    },
  },
  listing: {
    operation: 'ec2:DescribeInstances',
    secondPage: ({ NextToken }) => NextToken !== undefined,
  },
  items: [
    {
      identity: 'i-0a1b2c3d4e5f60718',
      lineage: 'arn:aws:ec2:us-east-1:111122223333:instance/i-0a1b2c3d4e5f60718',
      name: 'shop',
      console: '/ec2/home?region=us-east-1#InstanceDetails:instanceId=i-0a1b2c3d4e5f60718',
      tags: { Name: 'shop', stage: 'prod' },
      config: {
        ...web,
        ReservationId: 'r-1',
        OwnerId: '111122223333',
        RequesterId: '940372691376',
        UserData: userData,
        UserDataFindings: ['value under the name of a secret'],
      },
    },
    {
      identity: 'i-1111111111111111a',
      lineage: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1111111111111111a',
      name: 'i-1111111111111111a',
      tags: { Name: '' },
      config: {
        ...bare,
        ReservationId: 'r-2',
        OwnerId: '111122223333',
        IamInstanceProfile: null,
        UserData: null,
        UserDataFindings: [],
      },
    },
  ],
};
