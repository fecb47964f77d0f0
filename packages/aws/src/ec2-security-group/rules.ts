/** The rules of a security group by door (protocol and ports), with everyone whom they let through. */
import { type Cidr, type Evidence, parseCidr } from '@security-monkey/sdk';
import type { Permission, SecurityGroupConfig } from './config.ts';

export type Direction = 'ingress' | 'egress';

/** A door has a protocol and ports; together with the direction it is part of an issue's subject. */
export type Door = {
  /** `tcp`, `udp`, `icmp`, … or `all`. */
  readonly protocol: string;
  /** `22`, `8000-8999`, `type 8 code 0` or `all`. */
  readonly ports: string;
};

export type NetworkSource = { readonly cidr: Cidr; readonly evidence: Evidence };
/** `account` is undefined when the group referred to has been deleted. */
export type GroupSource = {
  readonly account: string | undefined;
  readonly group: string;
  readonly evidence: Evidence;
};

export type Rule = {
  readonly door: Door;
  /** The first and last port, 0 to 65535; undefined where the protocol has none. */
  readonly range: { readonly first: number; readonly last: number } | undefined;
  readonly networks: readonly NetworkSource[];
  readonly groups: readonly GroupSource[];
  /** Everything that the door is open to, prefix lists too. */
  readonly sources: readonly Evidence[];
};

/** The rules of one direction; rules for the same door count as one. */
export function rulesOf(config: SecurityGroupConfig, direction: Direction): readonly Rule[] {
  const key = direction === 'ingress' ? 'IpPermissions' : 'IpPermissionsEgress';
  const byDoor = new Map<string, Rule>();
  for (const [index, permission] of (config[key] ?? []).entries()) {
    const rule = ruleOf(permission, `/${key}/${index}`);
    const name = `${rule.door.protocol} ${rule.door.ports}`;
    byDoor.set(name, merged(byDoor.get(name), rule));
  }
  return [...byDoor.values()];
}

function merged(known: Rule | undefined, rule: Rule): Rule {
  if (known === undefined) return rule;
  return {
    ...known,
    networks: [...known.networks, ...rule.networks],
    groups: [...known.groups, ...rule.groups],
    sources: [...known.sources, ...rule.sources],
  };
}

/** A door in words: `tcp 443`, `all of tcp`, `every protocol`. */
export function doorText({ protocol, ports }: Door): string {
  const name = /^\d+$/.test(protocol) ? `protocol ${protocol}` : protocol;
  if (ports !== 'all') return `${name} ${ports}`;
  return protocol === 'all' ? 'every protocol' : `all of ${name}`;
}

function ruleOf(permission: Permission, path: string): Rule {
  const v4 = (permission.IpRanges ?? []).map(({ CidrIp }, index) => ({
    path: `${path}/IpRanges/${index}/CidrIp`,
    value: CidrIp,
  }));
  const v6 = (permission.Ipv6Ranges ?? []).map(({ CidrIpv6 }, index) => ({
    path: `${path}/Ipv6Ranges/${index}/CidrIpv6`,
    value: CidrIpv6,
  }));
  const lists = (permission.PrefixListIds ?? []).map(({ PrefixListId }, index) => ({
    path: `${path}/PrefixListIds/${index}/PrefixListId`,
    value: PrefixListId,
  }));
  const groups = groupsOf(permission, path);
  return {
    door: doorOf(permission),
    range: rangeOf(permission),
    networks: [...v4, ...v6].map(networkSource),
    groups,
    sources: [...v4, ...v6, ...lists, ...groups.map(({ evidence }) => evidence)],
  };
}

/** A network that nobody can read is not left out: whether it is the whole internet is not known then. */
function networkSource(evidence: { readonly path: string; readonly value: string }): NetworkSource {
  const cidr = parseCidr(evidence.value);
  if (cidr === undefined) throw new Error(`${evidence.path} holds no network`);
  return { cidr, evidence };
}

function groupsOf({ UserIdGroupPairs = [] }: Permission, path: string): readonly GroupSource[] {
  return UserIdGroupPairs.flatMap(({ UserId, GroupId }, index) => {
    if (GroupId === undefined) return [];
    const evidence = { path: `${path}/UserIdGroupPairs/${index}/GroupId`, value: GroupId };
    return [{ account: UserId, group: GroupId, evidence }];
  });
}

/** EC2 gives names for these and numbers for all others: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
const protocolNames: Readonly<Record<string, string>> = {
  '-1': 'all',
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  '58': 'icmpv6',
};

function doorOf(permission: Permission): Door {
  const protocol = protocolOf(permission);
  const { FromPort: from, ToPort: to } = permission;
  if (protocol === 'icmp' || protocol === 'icmpv6') return { protocol, ports: icmpText(from, to) };
  const range = rangeOf(permission);
  if (range === undefined || (range.first === 0 && range.last === 65_535)) return { protocol, ports: 'all' };
  return { protocol, ports: range.first === range.last ? `${range.first}` : `${range.first}-${range.last}` };
}

function protocolOf({ IpProtocol }: Permission): string {
  return protocolNames[IpProtocol] ?? IpProtocol.toLowerCase();
}

/** `-1` and an absent port mean all of them; tcp 0 to 0 is port 0 only. */
function rangeOf(permission: Permission): Rule['range'] {
  const protocol = protocolOf(permission);
  const whole = { first: 0, last: 65_535 };
  if (protocol === 'all') return whole;
  if (protocol !== 'tcp' && protocol !== 'udp') return undefined;
  const { FromPort: from, ToPort: to } = permission;
  if (from === undefined || from < 0) return whole;
  return { first: from, last: to === undefined || to < 0 ? from : to };
}

function icmpText(type: number | undefined, code: number | undefined): string {
  if (type === undefined || type < 0) return 'all';
  return code === undefined || code < 0 ? `type ${type}` : `type ${type} code ${code}`;
}
