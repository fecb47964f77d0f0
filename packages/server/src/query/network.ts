/** Addresses and CIDRs in a query. */
import { isIPv4, isIPv6 } from 'node:net';

/** The network in the form that PostgreSQL's inet takes, or undefined when the text is none. */
export function networkOf(text: string): string | undefined {
  const [address = '', length, ...rest] = text.toLowerCase().split('/');
  const longest = longestPrefix(address);
  if (longest === undefined || rest.length > 0) return undefined;
  if (length === undefined) return address;
  return /^\d{1,3}$/.test(length) && Number(length) <= longest ? `${address}/${Number(length)}` : undefined;
}

function longestPrefix(address: string): number | undefined {
  if (isIPv4(address)) return 32;
  // A zone (`fe80::1%eth0`) belongs to one machine and is no part of a network.
  return isIPv6(address) && !address.includes('%') ? 128 : undefined;
}
