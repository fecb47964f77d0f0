/** A security group of the estate as it is written down, and how it is built. What is not written is closed. */
import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  DescribeSecurityGroupsCommand,
  type EC2Client,
  type IpPermission,
  RevokeSecurityGroupEgressCommand,
} from '@aws-sdk/client-ec2';
import type { RegionName } from './known.ts';
import { buildNetworkInterface } from './network-interface.ts';

export type RuleSpec = {
  readonly protocol: string;
  /** Absent: all of them. */
  readonly ports?: readonly [from: number, to: number];
  readonly cidrs?: readonly string[];
  /** Accounts whose groups are let through. The emulator wants a group that it knows, so the group itself stands for theirs. */
  readonly accounts?: readonly string[];
  readonly prefixLists?: readonly string[];
};

export type GroupSpec = {
  readonly name: string;
  readonly region: RegionName;
  readonly description?: string;
  readonly ingress?: readonly RuleSpec[];
  readonly egress?: readonly RuleSpec[];
  /** Keeps the rule that EC2 gives every new group: everything may go out. */
  readonly keepsEgress?: boolean;
  /** Whether a network interface uses it. */
  readonly attached?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
  /** What the emulator cannot hold and a correction on the wire makes of it. */
  readonly onTheWire?: 'outside any VPC' | 'refers to a deleted group';
};

export const tcp = (port: number, ...cidrs: readonly string[]): RuleSpec => ({
  protocol: 'tcp',
  ports: [port, port],
  cidrs,
});

export const tcpFrom = (port: number, ...accounts: readonly string[]): RuleSpec => ({
  protocol: 'tcp',
  ports: [port, port],
  accounts,
});

/** What the interface that uses a group is called. */
export const interfaceName = (group: string): string => `user of ${group}`;

/** Creates the group, its rules and perhaps an interface in the region's default network; gives its id. */
export async function buildGroup(ec2: EC2Client, spec: GroupSpec): Promise<string> {
  const GroupId = spec.name === 'default' ? await groupIdOf(ec2, 'default') : await createGroup(ec2, spec);
  if (!spec.keepsEgress) await revokeDefaultEgress(ec2, GroupId);
  await authorize(ec2, { GroupId, direction: 'ingress', rules: spec.ingress ?? [] });
  await authorize(ec2, { GroupId, direction: 'egress', rules: spec.egress ?? [] });
  if (spec.tags !== undefined) await tagGroup(ec2, GroupId, spec.tags);
  if (spec.attached) await attach(ec2, GroupId, interfaceName(spec.name));
  return GroupId;
}

async function createGroup(ec2: EC2Client, { name, description }: GroupSpec): Promise<string> {
  const answer = await ec2.send(
    new CreateSecurityGroupCommand({ GroupName: name, Description: description ?? name }),
  );
  return answer.GroupId ?? '';
}

/** The id of a group by its name. */
export async function groupIdOf(ec2: EC2Client, name: string): Promise<string> {
  const Filters = [{ Name: 'group-name', Values: [name] }];
  const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters }));
  const id = SecurityGroups[0]?.GroupId;
  if (id === undefined) throw new Error(`The estate has no group ${name}.`);
  return id;
}

export async function revokeDefaultEgress(ec2: EC2Client, GroupId: string): Promise<void> {
  const IpPermissions = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }];
  await ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions }));
}

export type Rules = {
  readonly GroupId: string;
  readonly direction: 'ingress' | 'egress';
  readonly rules: readonly RuleSpec[];
};

export async function authorize(ec2: EC2Client, { GroupId, direction, rules }: Rules): Promise<void> {
  if (rules.length === 0) return;
  const input = { GroupId, IpPermissions: rules.map((rule) => permissionOf(rule, GroupId)) };
  if (direction === 'ingress') await ec2.send(new AuthorizeSecurityGroupIngressCommand(input));
  else await ec2.send(new AuthorizeSecurityGroupEgressCommand(input));
}

export function permissionOf(rule: RuleSpec, GroupId: string): IpPermission {
  const { protocol, ports, cidrs = [], accounts = [], prefixLists = [] } = rule;
  const isV6 = (cidr: string): boolean => cidr.includes(':');
  return {
    IpProtocol: protocol,
    ...(ports !== undefined && { FromPort: ports[0], ToPort: ports[1] }),
    IpRanges: cidrs.filter((cidr) => !isV6(cidr)).map((CidrIp) => ({ CidrIp })),
    Ipv6Ranges: cidrs.filter(isV6).map((CidrIpv6) => ({ CidrIpv6 })),
    UserIdGroupPairs: accounts.map((UserId) => ({ UserId, GroupId })),
    PrefixListIds: prefixLists.map((PrefixListId) => ({ PrefixListId })),
  };
}

export async function tagGroup(
  ec2: EC2Client,
  GroupId: string,
  tags: Readonly<Record<string, string>>,
): Promise<void> {
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  await ec2.send(new CreateTagsCommand({ Resources: [GroupId], Tags }));
}

/** An interface that uses the group. */
export async function attach(ec2: EC2Client, groupId: string, name: string): Promise<void> {
  await buildNetworkInterface(ec2, { name, groupId });
}
