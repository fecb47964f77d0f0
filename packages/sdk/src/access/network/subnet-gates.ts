/** The gates of a subnet: VPC Block Public Access, the route to an internet gateway, the network ACL. */
import type { IpFamily } from '../../net/address.ts';
import type { Cidr } from '../../net/cidr.ts';
import { type Filter, firstMatch } from './first-match.ts';
import { type Gate, notCollected, passing, shut, stopping } from './gate.ts';
import { wholeInternet } from './internet.ts';
import { naclFilters } from './network-acl.ts';
import type { Subnet } from './network-parts.ts';
import { opens, type PortQuestion } from './open-ports.ts';
import { ephemeralPorts } from './port-range.ts';
import type { Protocol } from './protocol.ts';
import type { Route } from './route.ts';
import type { PrefixLists } from './security-group.ts';

/** VPC Block Public Access: in both of its modes nothing comes in from the internet. */
export function blockGate({ blockPublicAccess: mode }: Subnet): Gate {
  const part = 'vpc-block-public-access';
  if (mode === undefined) return notCollected(part);
  return mode === 'off' ? passing(part, []) : stopping(part, [mode]);
}

/** A connection of which one port is asked about, and where it comes from. */
export type Connection = {
  readonly protocol: Protocol;
  readonly port: number;
  readonly from: readonly Cidr[];
};

/** The network ACL on the way in, to the port, and on the way back, to the ports that clients take. */
export function naclGates({ nacl }: Subnet, { protocol, port, from }: Connection): readonly Gate[] {
  const there = { some: [{ first: port, last: port }] };
  const back = { some: [ephemeralPorts] };
  const gateOf = (part: 'nacl-ingress' | 'nacl-egress', ports: PortQuestion['ports']): Gate => {
    if (nacl === undefined) return notCollected(part);
    const filters = naclFilters(nacl.rules, part === 'nacl-ingress' ? 'ingress' : 'egress');
    const { isOpen, by } = opens(filters, { protocols: [protocol], ports, from });
    return isOpen ? passing(part, by) : shut(stopping(part, by), nacl.unread);
  };
  return [gateOf('nacl-ingress', there), gateOf('nacl-egress', back)];
}

/**
 * Whether the subnet sends what goes to the internet to an internet gateway, which then also lets in. The most specific route
 * wins: routes are walked from the narrowest to the widest, and those to elsewhere are like denies.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
 */
export function routeGate({ routes }: Subnet, family: IpFamily, prefixLists: PrefixLists | undefined): Gate {
  const part = 'internet-route';
  if (routes === undefined) return notCollected(part);
  const whole = wholeInternet(family);
  const known = routes.rules.map((route) => ({ ...route, networks: networksOf(route, prefixLists) }));
  const leads = (isEntry: (route: RouteWithNetworks) => boolean) =>
    firstMatch(routeFilters(known, isEntry), whole);
  const { isOpen, by } = leads(isInternet);
  if (isOpen) return passing(part, [...gatewaysOf(known, by), ...by]);
  const unlisted = known.filter(({ networks }) => networks === undefined);
  const isHidden = unlisted.some(isInternet) || unlisted.some(isFurther);
  if (isHidden) return notCollected('prefix-lists', unlisted.map(listOf));
  const beyond = leads((route) => isInternet(route) || isFurther(route));
  if (beyond.isOpen) return notCollected(part, gatewaysOf(known, beyond.by));
  return shut(stopping(part, [...gatewaysOf(known, by), ...by]), routes.unread);
}

/** `networks` is undefined for a prefix list that was not collected. */
type RouteWithNetworks = Route & { readonly networks: readonly Cidr[] | undefined };

function networksOf(
  { destination }: Route,
  prefixLists: PrefixLists | undefined,
): RouteWithNetworks['networks'] {
  return 'prefixList' in destination ? prefixLists?.get(destination.prefixList) : [destination];
}

function isInternet({ gateway, isActive }: Route): boolean {
  return isActive && gateway.kind === 'internet';
}

function isFurther({ gateway, isActive }: Route): boolean {
  return isActive && gateway.kind === 'further';
}

function routeFilters(
  routes: readonly RouteWithNetworks[],
  isEntry: (route: RouteWithNetworks) => boolean,
): readonly Filter[] {
  return routes
    .flatMap((route) =>
      (route.networks ?? []).map((network) => ({ at: route.at, allows: isEntry(route), network })),
    )
    .sort((a, b) => b.network.prefix - a.network.prefix || Number(b.allows) - Number(a.allows))
    .map(({ at, allows, network }) => ({ at, allows, networks: [network] }));
}

function gatewaysOf(routes: readonly Route[], pointers: readonly string[]): readonly string[] {
  const ids = routes.filter(({ at }) => pointers.includes(at)).map(({ gateway }) => gateway.id);
  return [...new Set(ids)];
}

function listOf({ destination }: Route): string {
  return 'prefixList' in destination ? destination.prefixList : '';
}
