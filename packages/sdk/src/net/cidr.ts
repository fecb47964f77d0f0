/** Networks: IPv4 and IPv6 address ranges as CIDR blocks. */
import { formatAddress, type IpFamily, parseAddress } from './address.ts';

export type Cidr = {
  readonly family: IpFamily;
  /** The first address. Host bits of the text are masked away. */
  readonly base: bigint;
  readonly prefix: number;
};

/**
 * A block, or undefined when the text is none. A bare address is a block of one. Host bits are masked, as providers do:
 * `10.1.2.3/0` is everything. IPv4-mapped IPv6 (`::ffff:10.0.0.0/104`) is the IPv4 block that it means.
 */
export function parseCidr(text: string): Cidr | undefined {
  const [addressText = '', prefixText, ...rest] = text.trim().split('/');
  if (rest.length > 0) return undefined;
  const address = parseAddress(addressText);
  if (address === undefined) return undefined;
  const bits = bitsOf(address.family);
  const prefix = prefixText === undefined ? bits : parsePrefix(prefixText, address.family);
  if (prefix === undefined) return undefined;
  const mapped = address.family === 6 && prefix >= 96 && address.value >> 32n === 0xffffn;
  if (mapped) return block(4, address.value & 0xffff_ffffn, prefix - 96);
  return block(address.family, address.value, prefix);
}

/** The block's text: `10.0.0.0/8`, `2001:db8::/32`, always with the prefix. */
export function formatCidr(cidr: Cidr): string {
  return `${formatAddress(cidr.family, cidr.base)}/${cidr.prefix}`;
}

/** Whether every address of `inner` is in `outer`. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.family === inner.family && outer.base <= inner.base && lastOf(inner) <= lastOf(outer);
}

/** Whether some address is in both. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return a.family === b.family && a.base <= lastOf(b) && b.base <= lastOf(a);
}

/** Whether every address of `target` is in some of the blocks. */
export function unionCovers(cidrs: readonly Cidr[], target: Cidr): boolean {
  const blocks = cidrs.filter((cidr) => overlaps(cidr, target)).sort((a, b) => (a.base < b.base ? -1 : 1));
  const last = lastOf(target);
  let next = target.base;
  for (const cidr of blocks) {
    if (cidr.base > next) return false;
    const end = lastOf(cidr);
    if (end >= last) return true;
    if (end >= next) next = end + 1n;
  }
  return false;
}

/** Whether the blocks together are all of IPv4 or all of IPv6, such as `0.0.0.0/1` with `128.0.0.0/1`. */
export function isEverything(cidrs: readonly Cidr[]): boolean {
  return unionCovers(cidrs, block(4, 0n, 0)) || unionCovers(cidrs, block(6, 0n, 0));
}

/** Whether no address of the block is routed on the internet: RFC 1918, RFC 6598, loopback, link-local, RFC 4193. */
export function isPrivate(cidr: Cidr): boolean {
  return privateBlocks.some((outer) => contains(outer, cidr));
}

const privateBlocks: readonly Cidr[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
].flatMap((text) => parseCidr(text) ?? []);

function bitsOf(family: IpFamily): number {
  return family === 4 ? 32 : 128;
}

function block(family: IpFamily, address: bigint, prefix: number): Cidr {
  const host = BigInt(bitsOf(family) - prefix);
  return { family, base: (address >> host) << host, prefix };
}

function lastOf(cidr: Cidr): bigint {
  return cidr.base + (1n << BigInt(bitsOf(cidr.family) - cidr.prefix)) - 1n;
}

function parsePrefix(text: string, family: IpFamily): number | undefined {
  if (/^\d{1,3}$/.test(text)) {
    const prefix = Number(text);
    return prefix <= bitsOf(family) ? prefix : undefined;
  }
  return family === 4 ? prefixOfMask(text) : undefined;
}

/** `255.255.0.0` is 16; a mask with holes is no prefix. */
function prefixOfMask(text: string): number | undefined {
  const mask = parseAddress(text);
  if (mask?.family !== 4) return undefined;
  const binary = mask.value.toString(2).padStart(32, '0');
  const prefix = binary.indexOf('0') === -1 ? 32 : binary.indexOf('0');
  return binary.indexOf('1', prefix) === -1 ? prefix : undefined;
}
