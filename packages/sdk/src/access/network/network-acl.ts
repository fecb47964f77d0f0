/** Reads the entries of network ACLs as EC2 gives them, into filters in the order in which EC2 applies them. */

import { isJsonObject, type JsonObject } from '../../json/value.ts';
import { type Cidr, parseCidr } from '../../net/cidr.ts';
import type { PortFilter } from './open-ports.ts';
import { everyPort, isOpenEnd, type PortRange, parseIcmpType, parsePort } from './port-range.ts';
import { isIcmp, isNarrowedByPorts, type Protocol, parseProtocol } from './protocol.ts';
import { type Reading, readEach, refused } from './reading.ts';

/** An entry that could be read. */
export type NaclEntry = PortFilter & { readonly isEgress: boolean; readonly number: number };

/**
 * Reads a list of `NetworkAclEntry`: `RuleNumber`, `Egress`, `RuleAction`, `Protocol`, `CidrBlock` or `Ipv6CidrBlock`,
 * `PortRange` and `IcmpTypeCode`. An entry that cannot be read is left out and named. `at` is the JSON pointer of the list.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAclEntry.html
 */
export function readNaclEntries(entries: readonly unknown[], at: string): Reading<NaclEntry> {
  return readEach(entries, at, readEntry);
}

/**
 * The entries of one direction, lowest number first. Numbers are unique in a direction; where they are not, an allow comes
 * before a deny, because nobody can say which of them counts.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 */
export function naclFilters(
  entries: readonly NaclEntry[],
  direction: 'ingress' | 'egress',
): readonly NaclEntry[] {
  return entries
    .filter(({ isEgress }) => isEgress === (direction === 'egress'))
    .sort((a, b) => a.number - b.number || Number(b.allows) - Number(a.allows));
}

function readEntry(entry: unknown, at: string): Reading<NaclEntry> {
  if (!isJsonObject(entry)) return refused(at, 'is no entry');
  const { RuleNumber: number, Egress: isEgress, RuleAction: action } = entry;
  if (typeof number !== 'number' || !Number.isFinite(number)) return refused(at, 'RuleNumber is no number');
  if (typeof isEgress !== 'boolean') return refused(at, 'Egress is neither true nor false');
  if (action !== 'allow' && action !== 'deny') return refused(at, 'RuleAction is neither allow nor deny');
  const protocol = parseProtocol(entry['Protocol']);
  if (protocol === undefined) return refused(at, 'Protocol is no protocol');
  const network = networkOf(entry);
  if (network === undefined) return refused(at, 'has not one network that can be read');
  const ports = portsOf(protocol, entry);
  if (ports === undefined) return refused(at, 'its ports are no range of ports');
  // A deny of one code leaves the type's other codes open: with codes left out of the picture, it closes nothing.
  if (action === 'deny' && isIcmp(protocol) && isOneCode(entry)) return { rules: [], unread: [] };
  const allows = action === 'allow';
  return { rules: [{ at, number, isEgress, allows, protocol, ports, networks: [network] }], unread: [] };
}

/** The one network of an entry; undefined with both, none or one that cannot be read. */
function networkOf({ CidrBlock, Ipv6CidrBlock }: JsonObject): Cidr | undefined {
  const written = [CidrBlock, Ipv6CidrBlock].filter((block) => block !== undefined && block !== null);
  const [only] = written;
  return written.length === 1 && typeof only === 'string' ? parseCidr(only) : undefined;
}

/** For other protocols than TCP, UDP and ICMP, an entry is about all ports whatever it says. */
function portsOf(
  protocol: Protocol,
  { PortRange: range, IcmpTypeCode: icmp }: JsonObject,
): PortRange | undefined {
  if (isIcmp(protocol)) return parseIcmpType(isJsonObject(icmp) ? icmp['Type'] : undefined);
  if (!isNarrowedByPorts(protocol) || range === undefined || range === null) return everyPort;
  if (!isJsonObject(range)) return undefined;
  const first = parsePort(range['From']);
  const last = parsePort(range['To']);
  return first !== undefined && last !== undefined && first <= last ? { first, last } : undefined;
}

function isOneCode({ IcmpTypeCode: icmp }: JsonObject): boolean {
  return isJsonObject(icmp) && !isOpenEnd(icmp['Code']);
}
