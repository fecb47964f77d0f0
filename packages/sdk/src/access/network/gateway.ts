/** What a route leads to. */
import type { JsonObject } from '../../json/value.ts';

/**
 * `internet`: an internet gateway, the only one that lets new connections in from the internet. `no-entry`: something that
 * does not (NAT and egress-only gateways only let out; the others lead to private networks). `further`: something behind
 * which the way may go on to an internet gateway, such as a firewall's endpoint or an appliance's interface.
 */
export type Gateway = { readonly kind: 'internet' | 'no-entry' | 'further'; readonly id: string };

/** The fields of a route that hold its target, in the order in which they are looked at. */
const targetFields: readonly (readonly [field: string, kind: Gateway['kind']])[] = [
  ['EgressOnlyInternetGatewayId', 'no-entry'],
  ['NatGatewayId', 'no-entry'],
  ['TransitGatewayId', 'no-entry'],
  ['VpcPeeringConnectionId', 'no-entry'],
  ['CarrierGatewayId', 'no-entry'],
  ['CoreNetworkArn', 'further'],
  ['LocalGatewayId', 'further'],
  ['NetworkInterfaceId', 'further'],
  ['InstanceId', 'further'],
  ['OdbNetworkArn', 'further'],
];

/**
 * The target of a route; undefined when it has none. A virtual private gateway leads to a private network; an endpoint (`vpce-`)
 * may be a firewall's, or a gateway endpoint that takes the traffic of one service.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html
 */
export function gatewayOf(route: JsonObject): Gateway | undefined {
  const id = route['GatewayId'];
  if (typeof id === 'string' && id !== '') return { kind: kindOf(id), id };
  for (const [field, kind] of targetFields) {
    const target = route[field];
    if (typeof target === 'string' && target !== '') return { kind, id: target };
  }
  return undefined;
}

function kindOf(id: string): Gateway['kind'] {
  if (id.startsWith('igw-')) return 'internet';
  return id === 'local' || /^(?:vgw|eigw|nat|tgw|pcx)-/.test(id) ? 'no-entry' : 'further';
}
