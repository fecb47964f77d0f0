/** Watches EC2 network interfaces, region by region. */

import { defineWatcher, type JsonObject, type WatchContext } from '@security-monkey/sdk';
import { regionalPage } from '../account-type/console.ts';
import { describeNetworkInterfaces, networkInterfacePages } from '../ec2/network-interface-pages.ts';
import { present } from '../ec2/present.ts';
import { nameTag, tagsOf } from '../ec2/tags.ts';
import { type NetworkInterfaceConfig, networkInterfaceConfig } from './config.ts';
import { withElasticAddresses } from './elastic-addresses.ts';

/** "The order of the elements in the response, including those within nested structures, might vary." */
const source = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInterfaces.html';

export const ec2NetworkInterface = defineWatcher({
  id: 'aws.ec2-network-interface',
  accountType: 'aws',
  title: { one: 'EC2 network interface', many: 'EC2 network interfaces' },
  documentation: source,
  legacyIndex: 'networkinterface',
  version: 1,
  scope: 'region',
  permissions: { [describeNetworkInterfaces]: describeNetworkInterfaces },
  gone: ['InvalidNetworkInterfaceID.NotFound'],
  ephemeral: [
    // Follow from being attached, and pass through states on the way.
    '/Status',
    '/Attachment/Status',
    // A public address that EC2 lends is another one after each stop and start; elastic ones stand under ElasticAddresses.
    '/Association',
    '/PrivateIpAddresses/*/Association',
    '/PublicDnsName',
    '/PublicIpDnsNameOptions/PublicIpv4DnsName',
    '/PublicIpDnsNameOptions/PublicDualStackDnsName',
  ],
  secret: [],
  unordered: [
    '/AssociatedSubnets',
    '/ElasticAddresses',
    '/Groups',
    '/Ipv4Prefixes',
    '/Ipv6Addresses',
    '/Ipv6Prefixes',
    '/PrivateIpAddresses',
    '/TagSet',
  ].map((path) => ({ path, source })),
  relations: [],
  config: networkInterfaceConfig,
  identity: ({ NetworkInterfaceId }) => NetworkInterfaceId,
  lineage: ({ NetworkInterfaceId, OwnerId }, { partition, region }) =>
    `arn:${partition}:ec2:${region}:${OwnerId}:network-interface/${NetworkInterfaceId}`,
  name: ({ NetworkInterfaceId, TagSet }) => nameTag(TagSet) ?? NetworkInterfaceId,
  tags: ({ TagSet }) => tagsOf(TagSet),
  terms: (config) => [...wordsOf(config), ...addressesOf(config)],
  consolePath: ({ NetworkInterfaceId }, { region }) =>
    regionalPage('/ec2/home', region, `NIC:networkInterfaceId=${encodeURIComponent(NetworkInterfaceId)}`),
  list: listInterfaces,
  confirm: async ({ send }, { identity }) => {
    await send(describeNetworkInterfaces, { NetworkInterfaceIds: [identity] });
  },
});

async function* listInterfaces(context: WatchContext): AsyncIterable<readonly JsonObject[]> {
  for await (const page of networkInterfacePages(context)) yield page.map(withElasticAddresses);
}

function wordsOf(config: NetworkInterfaceConfig): readonly string[] {
  const { NetworkInterfaceId, Description, VpcId, SubnetId, MacAddress, Attachment, Groups = [] } = config;
  return [
    NetworkInterfaceId,
    ...present([Description, VpcId, SubnetId, MacAddress, Attachment?.InstanceId]),
    ...Groups.map(({ GroupId }) => GroupId),
  ];
}

/** Private and public, those of carriers and of customers too, and delegated prefixes. */
function addressesOf(config: NetworkInterfaceConfig): readonly string[] {
  const { PrivateIpAddress, PrivateIpAddresses = [], Association } = config;
  const associations = [Association, ...PrivateIpAddresses.map((address) => address.Association)];
  const found = [
    PrivateIpAddress,
    ...PrivateIpAddresses.map((address) => address.PrivateIpAddress),
    ...associations.flatMap((one) => [one?.PublicIp, one?.CarrierIp, one?.CustomerOwnedIp]),
    ...(config.Ipv6Addresses ?? []).map(({ Ipv6Address }) => Ipv6Address),
    ...(config.Ipv4Prefixes ?? []).map(({ Ipv4Prefix }) => Ipv4Prefix),
    ...(config.Ipv6Prefixes ?? []).map(({ Ipv6Prefix }) => Ipv6Prefix),
  ];
  return present(found);
}
