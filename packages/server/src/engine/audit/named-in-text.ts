/** What a text names: networks and ids, wherever they stand in it. Pure, in linear time. Rather one too many than one too few. */
import { type Cidr, formatCidr, parseCidr } from '@security-monkey/sdk';

const ipv4 = /\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?/g;

/** The characters of an IPv6 network; a longer run of them is a hash or a key. */
const notIpv6 = /[^0-9a-fA-F:./]+/;
const longestIpv6 = 49;

/** How policies that are texts within texts may write a character. */
const escaped = /%([0-9a-f]{2})|\\{1,8}u([0-9a-f]{4})|\\{1,8}(?=\/)/gi;

function unescaped(text: string): string {
  return text.replaceAll(escaped, (_, percent: string = '', unicode: string = '') => {
    const code = Number.parseInt(`${percent}${unicode}`, 16);
    return Number.isNaN(code) ? '' : String.fromCodePoint(code);
  });
}

/** Each network once; a version number may look like one. */
export function networksIn(written: string): readonly Cidr[] {
  const text = unescaped(written);
  const candidates = new Set([...(text.match(ipv4) ?? []), ...text.split(notIpv6).filter(mayBeIpv6)]);
  const found = [...candidates].flatMap((one) => parseCidr(one.replace(/[./]+$/, '')) ?? []);
  return [...new Map(found.map((cidr) => [formatCidr(cidr), cidr])).values()];
}

function mayBeIpv6(token: string): boolean {
  return token.length <= longestIpv6 && token.indexOf(':') !== token.lastIndexOf(':');
}

const betweenWords = /[^\p{L}\p{N}]+/u;

/** How JSON writes the end of a line, a tab and the like: its letter is none of the word that follows. */
const escapedSpace = /\\{1,8}[nrtbf]/g;

/**
 * Answers whether the text may name an id of an account or an organisation: whether each run of letters and digits of the id
 * is one of the text. The text is read once, however many ids are asked about.
 */
export function idsIn(written: string): (id: string) => boolean {
  const text = unescaped(written);
  const words = new Set([text, text.replaceAll(escapedSpace, ' ')].flatMap((one) => one.split(betweenWords)));
  return (id) => {
    const own = id.split(betweenWords).filter((word) => word !== '');
    return own.length > 0 && own.every((word) => words.has(word));
  };
}
