/** Watches EC2 instances, region by region. */
import { defineWatcher } from '@security-monkey/sdk';
import { z } from 'zod';
import { regionalPage } from '../account-type/console.ts';
import { present } from '../ec2/present.ts';
import { nameTag, tagsOf } from '../ec2/tags.ts';
import { type InstanceConfig, instanceConfig } from './config.ts';
import { confirmInstance, describeInstances, listInstances, noSuchInstance } from './listing.ts';
import { describeInstanceAttribute, withUserData } from './user-data.ts';

const gone = [noSuchInstance];

/** "The order of the elements in the response, including those within nested structures, might vary." */
const source = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html';

export const ec2Instance = defineWatcher({
  id: 'aws.ec2-instance',
  accountType: 'aws',
  title: { one: 'EC2 instance', many: 'EC2 instances' },
  documentation: source,
  legacyIndex: 'ec2instance',
  version: 1,
  scope: 'region',
  permissions: {
    [describeInstances]: describeInstances,
    [describeInstanceAttribute]: describeInstanceAttribute,
  },
  gone,
  ephemeral: [
    // Running or stopped is operation, not configuration (docs/adr/0013-running-or-stopped.md), and so is what a start changes:
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html
    '/State',
    '/StateReason',
    '/StateTransitionReason',
    '/LaunchTime',
    '/CapacityReservationId',
    // An address that EC2 lends is another one after each stop and start. Elastic ones are told by the network interface.
    '/PublicIpAddress',
    '/PublicDnsName',
    '/NetworkInterfaces/*/Association',
    '/NetworkInterfaces/*/PrivateIpAddresses/*/Association',
    // Pass through states on the way to what was asked for, which is told beside them.
    '/MetadataOptions/State',
    '/NetworkInterfaces/*/Status',
    '/NetworkInterfaces/*/Attachment/Status',
    '/BlockDeviceMappings/*/Ebs/Status',
    // When the licence was last converted; the licence itself is UsageOperation.
    '/UsageOperationUpdateTime',
  ],
  secret: ['/UserData'],
  unordered: [
    '/BlockDeviceMappings',
    '/Licenses',
    '/NetworkInterfaces',
    '/NetworkInterfaces/*/Groups',
    '/NetworkInterfaces/*/Ipv4Prefixes',
    '/NetworkInterfaces/*/Ipv6Addresses',
    '/NetworkInterfaces/*/Ipv6Prefixes',
    '/NetworkInterfaces/*/PrivateIpAddresses',
    '/ProductCodes',
    '/SecurityGroups',
    '/Tags',
  ].map((path) => ({ path, source })),
  relations: [],
  config: instanceConfig,
  identity: ({ InstanceId }) => InstanceId,
  lineage: ({ InstanceId, OwnerId }, { partition, region }) =>
    `arn:${partition}:ec2:${region}:${OwnerId}:instance/${InstanceId}`,
  name: ({ InstanceId, Tags }) => nameTag(Tags) ?? InstanceId,
  tags: ({ Tags }) => tagsOf(Tags),
  terms: (config) => present([...wordsOf(config), ...addressesOf(config)]),
  consolePath: ({ InstanceId }, { region }) =>
    regionalPage('/ec2/home', region, `InstanceDetails:instanceId=${encodeURIComponent(InstanceId)}`),
  list: listInstances,
  describe: ({ send }, listed) =>
    withUserData({ send, gone }, listedInstance.parse(listed).InstanceId, listed),
  confirm: confirmInstance,
});

const listedInstance = z.looseObject({ InstanceId: z.string() });

function wordsOf(config: InstanceConfig): readonly (string | undefined)[] {
  const { InstanceId, ImageId, KeyName, VpcId, SubnetId, IamInstanceProfile, PublicDnsName } = config;
  return [
    InstanceId,
    ImageId,
    KeyName,
    VpcId,
    SubnetId,
    IamInstanceProfile?.Arn,
    PublicDnsName,
    ...(config.SecurityGroups ?? []).map(({ GroupId }) => GroupId),
    ...(config.NetworkInterfaces ?? []).map(({ NetworkInterfaceId }) => NetworkInterfaceId),
    ...(config.BlockDeviceMappings ?? []).map(({ Ebs }) => Ebs?.VolumeId),
  ];
}

function addressesOf(config: InstanceConfig): readonly (string | undefined)[] {
  const { PrivateIpAddress, PublicIpAddress, Ipv6Address, NetworkInterfaces = [] } = config;
  return [
    PrivateIpAddress,
    PublicIpAddress,
    Ipv6Address,
    ...NetworkInterfaces.flatMap(({ PrivateIpAddresses = [], Ipv6Addresses = [] }) => [
      ...PrivateIpAddresses.flatMap((one) => [one.PrivateIpAddress, one.Association?.PublicIp]),
      ...Ipv6Addresses.map((address) => address.Ipv6Address),
    ]),
  ];
}
