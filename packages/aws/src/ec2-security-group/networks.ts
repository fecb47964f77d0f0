/** Judges the networks that a security group's rules name. */
import {
  type Cidr,
  contains,
  formatCidr,
  isEverything,
  isPrivate,
  parseCidr,
  unionCovers,
  type World,
} from '@security-monkey/sdk';
import type { NetworkSource, Rule } from './rules.ts';

export type Everywhere = '0.0.0.0/0' | '::/0';

/** The networks of a door that together are all of IPv4 or IPv6, by family; none when they are not. */
export type OpenFamily = { readonly principal: Everywhere; readonly networks: readonly NetworkSource[] };

/**
 * Whether the whole internet comes through the door, by one network or by several together. What other rules that cover
 * the door let through counts too, unless they are the whole internet without this rule: then the finding is theirs.
 */
export function openFamilies(rule: Rule, rules: readonly Rule[]): readonly OpenFamily[] {
  const others = rules.filter((other) => other !== rule && isWithinDoor(rule, other));
  return ([4, 6] as const).flatMap((family) => {
    const own = ofFamily(rule.networks, family);
    const further = others.flatMap(({ networks }) => ofFamily(networks, family));
    const isOpen = own.length > 0 && covers([...own, ...further]) && !(covers(further) && !covers(own));
    if (!isOpen) return [];
    const principal: Everywhere = family === 4 ? '0.0.0.0/0' : '::/0';
    return [{ principal, networks: outermost(covers(own) ? own : [...own, ...further]) }];
  });
}

/** Without those inside another: they open nothing more, so that adding one is no wider evidence. */
function outermost(networks: readonly NetworkSource[]): readonly NetworkSource[] {
  const isInside = (inner: Cidr, outer: Cidr) => outer.prefix < inner.prefix && contains(outer, inner);
  return networks.filter(({ cidr }) => !networks.some((other) => isInside(cidr, other.cidr)));
}

/** Public networks of a door that nobody here knows: neither the whole internet nor private nor on the allow-list. */
export function unknownNetworks(rule: Rule, rules: readonly Rule[], world: World): readonly NetworkSource[] {
  const open = openFamilies(rule, rules).map(({ principal }) => (principal === '::/0' ? 6 : 4));
  const allowed = world.networks.flatMap(({ cidr }) => parseCidr(cidr) ?? []);
  return rule.networks.filter(
    ({ cidr }) => !open.includes(cidr.family) && !isPrivate(cidr) && !unionCovers(allowed, cidr),
  );
}

/** RFC 1918, the private addresses of IPv4. */
export function isRfc1918(cidr: Cidr): boolean {
  return rfc1918.some((block) => contains(block, cidr));
}

const rfc1918 = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].flatMap((text) => parseCidr(text) ?? []);

/** Networks by their canonical text, so that two ways to write one make one subject. */
export function byText(networks: readonly NetworkSource[]): ReadonlyMap<string, readonly NetworkSource[]> {
  return Map.groupBy(networks, ({ cidr }) => formatCidr(cidr));
}

function ofFamily(networks: readonly NetworkSource[], family: 4 | 6): readonly NetworkSource[] {
  return networks.filter(({ cidr }) => cidr.family === family);
}

function covers(networks: readonly NetworkSource[]): boolean {
  return isEverything(networks.map(({ cidr }) => cidr));
}

/** Whether everything that comes through the door comes through the other, too. */
function isWithinDoor({ door, range }: Rule, other: Rule): boolean {
  if (other.door.protocol === 'all') return true;
  if (other.door.protocol !== door.protocol) return false;
  if (range === undefined || other.range === undefined) return other.door.ports === 'all';
  return other.range.first <= range.first && range.last <= other.range.last;
}
