/** Networks less others. */
import { type Cidr, contains, overlaps } from '../../net/cidr.ts';

/** The blocks that are left of the networks when the holes are taken out. */
export function networksWithout(networks: readonly Cidr[], holes: readonly Cidr[]): readonly Cidr[] {
  let left = networks;
  for (const hole of holes) left = left.flatMap((network) => without(network, hole));
  return left;
}

/** Halves the network until each half is wholly inside of the hole or wholly outside: at most one half each time is neither. */
function without(network: Cidr, hole: Cidr): readonly Cidr[] {
  if (!overlaps(network, hole)) return [network];
  if (contains(hole, network)) return [];
  return halvesOf(network).flatMap((half) => without(half, hole));
}

function halvesOf({ family, base, prefix }: Cidr): readonly Cidr[] {
  const bits = family === 4 ? 32 : 128;
  const middle = base + (1n << BigInt(bits - prefix - 1));
  return [
    { family, base, prefix: prefix + 1 },
    { family, base: middle, prefix: prefix + 1 },
  ];
}
