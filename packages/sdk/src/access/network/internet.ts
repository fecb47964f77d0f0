/** The whole internet, as the network of each address family. */
import type { IpFamily } from '../../net/address.ts';
import type { Cidr } from '../../net/cidr.ts';

export const families: readonly IpFamily[] = [4, 6];

/** Every address of the family: `0.0.0.0/0` or `::/0`. */
export function wholeInternet(family: IpFamily): Cidr {
  return { family, base: 0n, prefix: 0 };
}
