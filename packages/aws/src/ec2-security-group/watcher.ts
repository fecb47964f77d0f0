/** Watches EC2 security groups, region by region. */

import { defineWatcher } from '@security-monkey/sdk';
import { z } from 'zod';
import { regionalPage } from '../account-type/console.ts';
import { describeNetworkInterfaces } from '../ec2/network-interface-pages.ts';
import { ec2Pages } from '../ec2/pages.ts';
import { tagsOf } from '../ec2/tags.ts';
import { attachments, readAttachments } from './attachments.ts';
import { type SecurityGroupConfig, securityGroupConfig } from './config.ts';

const operation = 'ec2:DescribeSecurityGroups';

/** EC2 gives lists in no order: "The order of each element in a data type structure is not guaranteed." */
const source = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Types.html';

const ruleLists = ['IpPermissions', 'IpPermissionsEgress'];
const sourceLists = ['IpRanges', 'Ipv6Ranges', 'PrefixListIds', 'UserIdGroupPairs'];

export const ec2SecurityGroup = defineWatcher({
  id: 'aws.ec2-security-group',
  accountType: 'aws',
  title: { one: 'EC2 security group', many: 'EC2 security groups' },
  documentation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html',
  legacyIndex: 'securitygroup',
  version: 1,
  scope: 'region',
  permissions: {
    [operation]: 'ec2:DescribeSecurityGroups',
    [describeNetworkInterfaces]: describeNetworkInterfaces,
  },
  // An id that EC2 calls malformed is one that it cannot read, which says nothing about the group.
  gone: ['InvalidGroup.NotFound'],
  ephemeral: [],
  secret: [],
  unordered: [
    ...ruleLists.flatMap((rules) => [
      { path: `/${rules}`, source },
      ...sourceLists.map((list) => ({ path: `/${rules}/*/${list}`, source })),
    ]),
    { path: '/Tags', source },
  ],
  relations: [attachments],
  config: securityGroupConfig,
  identity: ({ GroupId }) => GroupId,
  lineage: ({ GroupId, OwnerId }, { partition, region }) =>
    `arn:${partition}:ec2:${region}:${OwnerId}:security-group/${GroupId}`,
  name: ({ GroupName }) => GroupName,
  tags: ({ Tags }) => tagsOf(Tags),
  terms: (config) => [
    config.GroupId,
    config.GroupName,
    ...(config.Description === undefined ? [] : [config.Description]),
    ...(config.VpcId === undefined ? [] : [config.VpcId]),
    ...sourcesOf(config),
  ],
  consolePath: ({ GroupId }, { region }) =>
    regionalPage('/ec2/home', region, `SecurityGroup:groupId=${encodeURIComponent(GroupId)}`),
  list: ({ send }) =>
    ec2Pages({ operation, member: 'SecurityGroups', call: (input) => send(operation, input) }),
  describe: async (context, listed) => ({
    config: listed,
    ...(await readAttachments(context, listedGroup.parse(listed).GroupId)),
  }),
  confirm: async ({ send }, { identity }) => {
    await send(operation, { GroupIds: [identity] });
  },
});

const listedGroup = z.looseObject({ GroupId: z.string() });

/** Networks, groups and prefix lists that the rules name. */
function sourcesOf({ IpPermissions = [], IpPermissionsEgress = [] }: SecurityGroupConfig): readonly string[] {
  return [...IpPermissions, ...IpPermissionsEgress].flatMap((rule) => [
    ...(rule.IpRanges ?? []).map(({ CidrIp }) => CidrIp),
    ...(rule.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6),
    ...(rule.PrefixListIds ?? []).map(({ PrefixListId }) => PrefixListId),
    ...(rule.UserIdGroupPairs ?? []).flatMap(({ GroupId }) => GroupId ?? []),
  ]);
}
