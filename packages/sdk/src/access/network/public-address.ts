/** The addresses of a network interface under which the internet can address it. */

import { isJsonObject } from '../../json/value.ts';
import type { IpFamily } from '../../net/address.ts';
import { contains, isPrivate, parseCidr } from '../../net/cidr.ts';

/** Addresses by family, to name them by. A family that is missing was not collected. */
export type PublicAddresses = { readonly 4?: readonly string[]; readonly 6?: readonly string[] };

/** The addresses of IPv6 that are given out for the internet. */
const globalUnicast = parseCidr('2000::/3');

/**
 * The public addresses of a `NetworkInterface` of EC2: public and elastic IPv4 addresses are associated with its private ones,
 * addresses of IPv6 are its own. A field that is not a list, or holds something else than addresses, was not collected.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html
 */
export function publicAddressesOf(networkInterface: unknown): PublicAddresses {
  if (!isJsonObject(networkInterface)) return {};
  const own = addressOf(networkInterface);
  const further = listOf(networkInterface['PrivateIpAddresses'], addressOf);
  const ipv6 = listOf(networkInterface['Ipv6Addresses'], ipv6AddressOf);
  return {
    ...(own !== undefined && further !== undefined && { 4: publicOnes([...own, ...further.flat()], 4) }),
    ...(ipv6 !== undefined && { 6: publicOnes(ipv6, 6) }),
  };
}

/** Undefined when there is no list or one of its elements cannot be read. */
function listOf<Value>(
  written: unknown,
  read: (element: unknown) => Value | undefined,
): readonly Value[] | undefined {
  if (!Array.isArray(written)) return undefined;
  const values = written.map(read);
  const readable = values.filter((value) => value !== undefined);
  return readable.length === values.length ? readable : undefined;
}

/** None without an association; undefined for one that cannot be read. */
function addressOf(holder: unknown): readonly string[] | undefined {
  if (!isJsonObject(holder)) return undefined;
  const association = holder['Association'];
  if (association === undefined || association === null) return [];
  const address = isJsonObject(association) ? association['PublicIp'] : undefined;
  return typeof address === 'string' && parseCidr(address) !== undefined ? [address] : undefined;
}

function ipv6AddressOf(holder: unknown): string | undefined {
  const address = isJsonObject(holder) ? holder['Ipv6Address'] : undefined;
  return typeof address === 'string' && parseCidr(address) !== undefined ? address : undefined;
}

function publicOnes(addresses: readonly string[], family: IpFamily): readonly string[] {
  return [...new Set(addresses)].filter((text) => {
    const address = parseCidr(text);
    if (address?.family !== family || isPrivate(address)) return false;
    return family === 4 || (globalUnicast !== undefined && contains(globalUnicast, address));
  });
}
