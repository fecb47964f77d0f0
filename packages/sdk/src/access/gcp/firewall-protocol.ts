/** The protocols and ports of firewall rules on Google Cloud. */
import { isJsonObject } from '../../json/value.ts';
import { everyPort, type PortRange, parsePortRange } from '../network/port-range.ts';
import { type Protocol, parseProtocol, tcp, udp } from '../network/protocol.ts';
import { elementsOf, type Reading, readEach, refused } from '../network/reading.ts';

export type Traffic = { readonly protocol: Protocol; readonly ports: PortRange };

const sctp: Protocol = 132;

/** IP in IP, which Google writes `ipip`. */
const ipInIp: Protocol = 94;

/** The protocols whose rules hold ports; the others have none. */
export const portProtocols: readonly Protocol[] = [tcp, udp, sctp];

export function hasPorts(protocol: Protocol): boolean {
  return portProtocols.includes(protocol);
}

/** A protocol as firewall rules write it; undefined when it is none. */
export function parseFirewallProtocol(written: unknown): Protocol | undefined {
  return written === 'ipip' ? ipInIp : parseProtocol(written);
}

/**
 * Reads the list of protocols and ports of a rule, each port or range as one element. Without ports it is every port.
 * Rules of a VPC write `IPProtocol`, policies `ipProtocol`.
 * Source: https://cloud.google.com/firewall/docs/firewalls#protocols_and_ports
 */
export function readTraffic(written: unknown, at: string): Reading<Traffic> {
  const elements = elementsOf(written);
  return elements === undefined ? refused(at, 'is no list') : readEach(elements, at, readEntry);
}

/** Whether the ports are more than single ones: a range, or no ports where there could be some. */
export function isRange({ protocol, ports }: Traffic): boolean {
  if (protocol === 'all') return true;
  return hasPorts(protocol) && ports.first < ports.last;
}

function readEntry(entry: unknown, at: string): Reading<Traffic> {
  if (!isJsonObject(entry)) return refused(at, 'is no entry');
  const protocol = parseFirewallProtocol(entry['IPProtocol'] ?? entry['ipProtocol']);
  if (protocol === undefined) return refused(at, 'has no known protocol');
  const written = entry['ports'];
  const ports = elementsOf(typeof written === 'string' ? [written] : written);
  if (!hasPorts(protocol) || ports?.length === 0)
    return { rules: [{ protocol, ports: everyPort }], unread: [] };
  if (ports === undefined) return refused(`${at}/ports`, 'is no list');
  return readEach(ports, `${at}/ports`, (element, where) => {
    const range = parseRange(element);
    return range === undefined
      ? refused(where, 'is no port and no range of ports')
      : { rules: [{ protocol, ports: range }], unread: [] };
  });
}

/** `80`, or `20-25`. */
function parseRange(written: unknown): PortRange | undefined {
  const [, from, to = from] = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?$/.exec(String(written)) ?? [];
  return from === undefined || Array.isArray(written) ? undefined : parsePortRange(from, to);
}
