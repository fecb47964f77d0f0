/** What the rules of security groups open: they only allow, and every group that is attached adds its own. */
import type { Cidr } from '../../net/cidr.ts';
import type { PortFilter } from './open-ports.ts';
import type { SecurityRule } from './permission.ts';

/** The networks of managed prefix lists by the list's id. A list that is not in it was not collected. */
export type PrefixLists = ReadonlyMap<string, readonly Cidr[]>;

/** Who is meant by a rule's references: those whom nothing is known of are nobody. */
export type References = {
  readonly prefixLists?: PrefixLists;
  /** The networks behind security groups by the group's id. */
  readonly groups?: ReadonlyMap<string, readonly Cidr[]>;
};

/**
 * The rules as filters. A reference to another group is never the internet by itself: its members' addresses count only
 * where `references` gives them.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export function securityFilters(
  rules: readonly SecurityRule[],
  references: References = {},
): readonly PortFilter[] {
  return rules.map(({ at, protocol, ports, networks, prefixLists, groups }) => ({
    at,
    allows: true,
    protocol,
    ports,
    networks: [
      ...networks,
      ...prefixLists.flatMap((id) => references.prefixLists?.get(id) ?? []),
      ...groups.flatMap((id) => references.groups?.get(id) ?? []),
    ],
  }));
}

/** The prefix lists that the rules name and that were not collected. */
export function unknownPrefixLists(
  rules: readonly SecurityRule[],
  known: PrefixLists | undefined,
): readonly string[] {
  const named = new Set(rules.flatMap(({ prefixLists }) => prefixLists));
  return [...named].filter((id) => known?.has(id) !== true).sort();
}
