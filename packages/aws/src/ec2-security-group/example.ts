/** Security groups for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Direction } from './rules.ts';

/** A group with these fields and no rules but theirs. */
export function group(fields: JsonObject): JsonObject {
  return {
    GroupId: 'sg-0a1b2c3d4e5f60718',
    GroupName: 'web',
    Description: 'web servers',
    OwnerId: '111122223333',
    VpcId: 'vpc-0a1b2c3d',
    IpPermissions: [],
    IpPermissionsEgress: [],
    ...fields,
  };
}

/** A group with rules in one direction. */
export function groupWith(direction: Direction, ...rules: readonly JsonObject[]): JsonObject {
  return group({ [direction === 'ingress' ? 'IpPermissions' : 'IpPermissionsEgress']: rules });
}

/** A TCP rule for a port or a range, open to networks (CIDR text) of both families. */
export function tcp(ports: number | readonly [number, number], ...cidrs: readonly string[]): JsonObject {
  const [from, to] = typeof ports === 'number' ? [ports, ports] : ports;
  return { IpProtocol: 'tcp', FromPort: from, ToPort: to, ...openTo(cidrs) };
}

/** A rule for all protocols and ports. */
export function anything(...cidrs: readonly string[]): JsonObject {
  return { IpProtocol: '-1', ...openTo(cidrs) };
}

/** A TCP rule for a port, open to a group of an account. */
export function tcpFromGroup(port: number, account: string, groupId: string): JsonObject {
  return {
    IpProtocol: 'tcp',
    FromPort: port,
    ToPort: port,
    UserIdGroupPairs: [{ UserId: account, GroupId: groupId }],
  };
}

/** The relation to network interfaces: one that uses the group, or none. */
export function attached(isAttached = true) {
  const eni = { technology: 'aws.ec2-network-interface', key: 'eni-0a1b2c3d', value: {} };
  return { attachments: { items: isAttached ? [eni] : [], complete: true } };
}

/** Our own account and one of each other kind. */
export const knownWorld = {
  accounts: [
    { type: 'aws', identifier: '111122223333', name: 'ours', thirdParty: false, aliases: [] },
    { type: 'aws', identifier: '222233334444', name: 'sister', thirdParty: false, aliases: [] },
    { type: 'aws', identifier: '333344445555', name: 'vendor', thirdParty: true, aliases: [] },
  ],
};

function openTo(cidrs: readonly string[]): JsonObject {
  const isV6 = (cidr: string) => cidr.includes(':');
  return {
    IpRanges: cidrs.filter((cidr) => !isV6(cidr)).map((CidrIp) => ({ CidrIp })),
    Ipv6Ranges: cidrs.filter(isV6).map((CidrIpv6) => ({ CidrIpv6 })),
  };
}
