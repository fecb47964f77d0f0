/** Ranges of ports, both ends included. */

export type PortRange = { readonly first: number; readonly last: number };

export const everyPort: PortRange = { first: 0, last: 65_535 };

/** The ports to which replies go: those that clients take for a connection. */
export const ephemeralPorts: PortRange = { first: 1_024, last: 65_535 };

/** Whether every port of `inner` is in `outer`. */
export function includes(outer: PortRange, inner: PortRange): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** A port from a number or its digits; undefined when it is none. */
export function parsePort(written: unknown): number | undefined {
  const port = wholeNumber(written);
  return port !== undefined && port >= 0 && port <= everyPort.last ? port : undefined;
}

/**
 * The ports between two ends, undefined when they cannot be read. With an end missing, or -1, it is every port: half a range
 * says less than a whole one, and a rule must not be taken for narrower than it is.
 */
export function parsePortRange(from: unknown, to: unknown): PortRange | undefined {
  const ends = [from, to].map((end) => (isOpenEnd(end) ? 'open' : parsePort(end)));
  const [first, last] = ends;
  if (first === undefined || last === undefined) return undefined;
  if (first === 'open' || last === 'open') return everyPort;
  return first <= last ? { first, last } : undefined;
}

/** The type of an ICMP rule as the range that it fills; every type when it is missing or -1. */
export function parseIcmpType(written: unknown): PortRange | undefined {
  if (isOpenEnd(written)) return everyPort;
  const type = wholeNumber(written);
  return type !== undefined && type >= 0 && type <= 255 ? { first: type, last: type } : undefined;
}

/** Whether an end of a range, or an ICMP type or code, stands for all of them. */
export function isOpenEnd(written: unknown): boolean {
  return written === undefined || written === null || wholeNumber(written) === -1;
}

/** The range cut wherever one of the others begins or ends: inside a part all ports are treated alike. */
export function partsOf(range: PortRange, others: readonly PortRange[]): readonly PortRange[] {
  const starts = new Set([range.first]);
  for (const { first, last } of others) {
    if (first > range.first && first <= range.last) starts.add(first);
    if (last >= range.first && last < range.last) starts.add(last + 1);
  }
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((first, index) => ({ first, last: (sorted[index + 1] ?? range.last + 1) - 1 }));
}

function wholeNumber(written: unknown): number | undefined {
  if (typeof written === 'string') return /^-?\d{1,5}$/.test(written) ? Number(written) : undefined;
  return typeof written === 'number' && Number.isInteger(written) ? written : undefined;
}
