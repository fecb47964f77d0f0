/** The networks that a text names, wherever they stand in it. Pure, in linear time. */
import { type Cidr, formatCidr, parseCidr } from '@security-monkey/sdk';

const ipv4 = /\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?/g;

/** The characters of an IPv6 network; a longer run of them is a hash or a key. */
const notIpv6 = /[^0-9a-fA-F:./]+/;
const longestIpv6 = 49;

/** How policies that are texts within texts may write a character. */
const escaped = /%([0-9a-f]{2})|\\{1,8}u([0-9a-f]{4})|\\{1,8}(?=\/)/gi;

/** Each network once. Rather one too many, such as a version number that looks like an address, than one too few. */
export function networksIn(written: string): readonly Cidr[] {
  const text = written.replaceAll(escaped, (_, percent: string = '', unicode: string = '') => {
    const code = Number.parseInt(`${percent}${unicode}`, 16);
    return Number.isNaN(code) ? '' : String.fromCodePoint(code);
  });
  const candidates = new Set([...(text.match(ipv4) ?? []), ...text.split(notIpv6).filter(mayBeIpv6)]);
  const found = [...candidates].flatMap((one) => parseCidr(one.replace(/[./]+$/, '')) ?? []);
  return [...new Map(found.map((cidr) => [formatCidr(cidr), cidr])).values()];
}

function mayBeIpv6(token: string): boolean {
  return token.length <= longestIpv6 && token.indexOf(':') !== token.lastIndexOf(':');
}
