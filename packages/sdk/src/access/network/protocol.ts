/** IP protocols by name and number. */

/** `all` is every protocol at once, which AWS writes `-1`; else the protocol's number. */
export type Protocol = 'all' | number;

export const tcp: Protocol = 6;
export const udp: Protocol = 17;

const numbersByName: ReadonlyMap<string, Protocol> = new Map<string, Protocol>([
  ['-1', 'all'],
  ['all', 'all'],
  ['icmp', 1],
  ['igmp', 2],
  ['tcp', tcp],
  ['udp', udp],
  ['dccp', 33],
  ['gre', 47],
  ['esp', 50],
  ['ah', 51],
  ['icmpv6', 58],
  ['ipv6-icmp', 58],
  ['sctp', 132],
  ['udplite', 136],
]);

/**
 * A protocol from its name or number, in any letter case; undefined when it is none.
 * Source: https://www.iana.org/assignments/protocol-numbers/protocol-numbers.xhtml
 */
export function parseProtocol(written: unknown): Protocol | undefined {
  if (typeof written !== 'string' && typeof written !== 'number') return undefined;
  const text = String(written).trim().toLowerCase();
  const named = numbersByName.get(text);
  if (named !== undefined) return named;
  return /^\d{1,3}$/.test(text) && Number(text) <= 255 ? Number(text) : undefined;
}

/** Whether a rule for `rule` is about `asked`. All protocols at once are matched by a rule for all of them only. */
export function isAbout(rule: Protocol, asked: Protocol): boolean {
  return rule === 'all' || rule === asked;
}

/** ICMP of both families, whose rules hold types and codes in the place of ports. */
export function isIcmp(protocol: Protocol): boolean {
  return protocol === 1 || protocol === 58;
}

/** Whether a rule's ports narrow it: for every other protocol AWS lets all ports through, whatever the rule says. */
export function isNarrowedByPorts(protocol: Protocol): boolean {
  return protocol === tcp || protocol === udp;
}
