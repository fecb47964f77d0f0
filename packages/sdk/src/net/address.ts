/** IP addresses as text and as numbers. */

export type IpFamily = 4 | 6;

export type IpAddress = { readonly family: IpFamily; readonly value: bigint };

/** An address, or undefined. Forms that programs read differently (leading zeros, missing octets, zones) are refused. */
export function parseAddress(text: string): IpAddress | undefined {
  const family = text.includes(':') ? 6 : 4;
  const value = family === 6 ? parseIpv6(text) : parseIpv4(text);
  return value === undefined ? undefined : { family, value };
}

/** The address as text; IPv6 in the form of RFC 5952. */
export function formatAddress(family: IpFamily, value: bigint): string {
  return family === 4 ? groupsOf(value, { count: 4, bits: 8n }).join('.') : formatIpv6(value);
}

function parseIpv4(text: string): bigint | undefined {
  const octets = text.split('.');
  if (octets.length !== 4) return undefined;
  let value = 0n;
  for (const octet of octets) {
    if (!/^(?:0|[1-9]\d{0,2})$/.test(octet) || Number(octet) > 255) return undefined;
    value = (value << 8n) | BigInt(octet);
  }
  return value;
}

function parseIpv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(parseGroups);
  if (head === undefined) return undefined;
  if (halves.length === 1) return head.length === 8 && text !== '' ? join(head) : undefined;
  if (tail === undefined || head.length + tail.length > 7 || embedsIpv4(halves[0])) return undefined;
  return join([...head, ...zeros(8 - head.length - tail.length), ...tail]);
}

function zeros(count: number): readonly bigint[] {
  return Array.from({ length: count }, () => 0n);
}

/** The 16-bit groups of one side of `::`; dotted quads count as the two last groups. */
function parseGroups(text: string): readonly bigint[] | undefined {
  if (text === '') return [];
  const groups: bigint[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(BigInt(`0x${part}`));
      continue;
    }
    const quad = index === parts.length - 1 ? parseIpv4(part) : undefined;
    if (quad === undefined) return undefined;
    groups.push(quad >> 16n, quad & 0xffffn);
  }
  return groups;
}

function embedsIpv4(text: string | undefined): boolean {
  return text?.includes('.') === true;
}

function join(groups: readonly bigint[]): bigint {
  let value = 0n;
  for (const group of groups) value = (value << 16n) | group;
  return value;
}

function groupsOf(value: bigint, form: { readonly count: number; readonly bits: bigint }): readonly bigint[] {
  const mask = (1n << form.bits) - 1n;
  return Array.from(
    { length: form.count },
    (_, index) => (value >> (form.bits * BigInt(form.count - 1 - index))) & mask,
  );
}

function formatIpv6(value: bigint): string {
  const groups = groupsOf(value, { count: 8, bits: 16n });
  const gap = longestZeros(groups);
  const hex = groups.map((group) => group.toString(16));
  if (gap.length < 2) return hex.join(':');
  return `${hex.slice(0, gap.start).join(':')}::${hex.slice(gap.start + gap.length).join(':')}`;
}

function longestZeros(groups: readonly bigint[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (const [index, group] of groups.entries()) {
    if (group !== 0n) start = index + 1;
    const length = index + 1 - start;
    if (length > best.length) best = { start, length };
  }
  return best;
}
