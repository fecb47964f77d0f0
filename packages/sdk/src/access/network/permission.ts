/** Reads the rules of security groups as EC2 gives them. */

import { isJsonObject } from '../../json/value.ts';
import { type Cidr, parseCidr } from '../../net/cidr.ts';
import { everyPort, type PortRange, parseIcmpType, parsePortRange } from './port-range.ts';
import { isIcmp, isNarrowedByPorts, type Protocol, parseProtocol } from './protocol.ts';
import { elementsOf, merged, type Reading, readEach, refused } from './reading.ts';

export type SecurityRule = {
  /** The JSON pointer of the rule. */
  readonly at: string;
  readonly protocol: Protocol;
  /** Types, where the protocol is ICMP. */
  readonly ports: PortRange;
  /** Both families. */
  readonly networks: readonly Cidr[];
  /** Ids of the prefix lists and security groups that it admits. */
  readonly prefixLists: readonly string[];
  readonly groups: readonly string[];
};

/**
 * Reads a list of `IpPermission`: `IpProtocol`, `FromPort`, `ToPort`, `IpRanges`, `Ipv6Ranges`, `PrefixListIds` and
 * `UserIdGroupPairs`. A network that cannot be read is left out of its rule, a rule whose ports or protocol cannot be read is
 * left out whole; both are named. `at` is the JSON pointer of the list.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
export function readPermissions(permissions: readonly unknown[], at: string): Reading<SecurityRule> {
  return readEach(permissions, at, readPermission);
}

function readPermission(permission: unknown, at: string): Reading<SecurityRule> {
  if (!isJsonObject(permission)) return refused(at, 'is no rule');
  const protocol = parseProtocol(permission['IpProtocol']);
  if (protocol === undefined) return refused(at, 'IpProtocol is no protocol');
  const ports = portsOf(protocol, permission);
  if (ports === undefined) return refused(at, 'FromPort and ToPort are no range of ports');
  const networks = merged([
    readSources(permission['IpRanges'], `${at}/IpRanges`, cidrAt('CidrIp')),
    readSources(permission['Ipv6Ranges'], `${at}/Ipv6Ranges`, cidrAt('CidrIpv6')),
  ]);
  const prefixLists = readSources(permission['PrefixListIds'], `${at}/PrefixListIds`, textAt('PrefixListId'));
  const groups = readSources(permission['UserIdGroupPairs'], `${at}/UserIdGroupPairs`, textAt('GroupId'));
  return {
    rules: [
      {
        at,
        protocol,
        ports,
        networks: networks.rules,
        prefixLists: prefixLists.rules,
        groups: groups.rules,
      },
    ],
    unread: [...networks.unread, ...prefixLists.unread, ...groups.unread],
  };
}

/** For other protocols than TCP, UDP and ICMP, EC2 lets all ports through whatever the rule says. */
function portsOf(
  protocol: Protocol,
  { FromPort: from, ToPort: to }: { readonly [field: string]: unknown },
): PortRange | undefined {
  if (isIcmp(protocol)) return parseIcmpType(from);
  return isNarrowedByPorts(protocol) ? parsePortRange(from, to) : everyPort;
}

function readSources<Source>(
  written: unknown,
  at: string,
  read: (element: unknown, at: string) => Reading<Source>,
): Reading<Source> {
  const elements = elementsOf(written);
  return elements === undefined ? refused(at, 'is no list') : readEach(elements, at, read);
}

function cidrAt(field: string): (element: unknown, at: string) => Reading<Cidr> {
  return (element, at) => {
    const written = isJsonObject(element) ? element[field] : undefined;
    const cidr = typeof written === 'string' ? parseCidr(written) : undefined;
    return cidr === undefined ? refused(at, `${field} is no network`) : { rules: [cidr], unread: [] };
  };
}

function textAt(field: string): (element: unknown, at: string) => Reading<string> {
  return (element, at) => {
    const written = isJsonObject(element) ? element[field] : undefined;
    return typeof written === 'string' ? { rules: [written], unread: [] } : refused(at, `${field} is no id`);
  };
}
