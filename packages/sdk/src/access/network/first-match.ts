/** Rules in order, of which the first that matches an address decides. */
import { type Cidr, overlaps, unionCovers } from '../../net/cidr.ts';

export type Filter = {
  /** The JSON pointer of the rule, to name it by. */
  readonly at: string;
  readonly allows: boolean;
  readonly networks: readonly Cidr[];
};

export type Verdict = {
  readonly isOpen: boolean;
  /** The rules that open it, or the denies that close it; none when no rule speaks of it. */
  readonly by: readonly string[];
};

/**
 * Whether the filters, walked in their order, let the whole of `target` in. Denies close only once they together cover the
 * target: one that takes a part away from what is open to the whole internet leaves the rest of the internet.
 */
export function firstMatch(filters: readonly Filter[], target: Cidr): Verdict {
  const concerned = filters.filter(({ networks }) => networks.some((network) => overlaps(network, target)));
  const end = closingIndex(concerned, target);
  const allows = concerned.slice(0, end).filter((filter) => filter.allows);
  const alone = allows.find((filter) => unionCovers(filter.networks, target));
  if (alone !== undefined) return { isOpen: true, by: [alone.at] };
  if (covers(allows, target)) return { isOpen: true, by: allows.map(({ at }) => at) };
  const denies = concerned.slice(0, end + 1).filter((filter) => !filter.allows);
  return { isOpen: false, by: end < concerned.length ? denies.map(({ at }) => at) : [] };
}

/** Where the denies so far cover the target, so that nothing after it is reached; past the end when they never do. */
function closingIndex(filters: readonly Filter[], target: Cidr): number {
  const denies: Filter[] = [];
  for (const [index, filter] of filters.entries()) {
    if (filter.allows) continue;
    denies.push(filter);
    if (covers(denies, target)) return index;
  }
  return filters.length;
}

function covers(filters: readonly Filter[], target: Cidr): boolean {
  return unionCovers(
    filters.flatMap(({ networks }) => networks),
    target,
  );
}
