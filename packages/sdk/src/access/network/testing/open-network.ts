/** A small network that is open from the internet to tcp 443, for tests to close, widen and leave things out of. */
import { readNaclEntries } from '../network-acl.ts';
import type { LoadBalancer, NetworkParts, SecurityGroup, Subnet } from '../network-parts.ts';
import { readPermissions } from '../permission.ts';
import { readRoutes } from '../route.ts';
import type { Door } from '../way.ts';

export const https: Door = { protocol: 6, port: 443 };

/** A group with one rule for tcp 443; `sources` are the fields that say from where. */
export function group(id: string, sources: Record<string, unknown>): SecurityGroup {
  const rule = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, ...sources };
  return { id, ingress: readPermissions([rule], `/${id}/IpPermissions`) };
}

export const everywhere = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] };

export function routes(...list: readonly Record<string, unknown>[]): Required<Pick<Subnet, 'routes'>> {
  return { routes: readRoutes(list, '/Routes') };
}

export function nacl(...list: readonly Record<string, unknown>[]): Required<Pick<Subnet, 'nacl'>> {
  return { nacl: readNaclEntries(list, '/Entries') };
}

export function entry(
  number: number,
  direction: 'in' | 'out',
  fields: Record<string, unknown> = {},
): Record<string, unknown> {
  const network = { CidrBlock: '0.0.0.0/0' };
  return {
    RuleNumber: number,
    Egress: direction === 'out',
    RuleAction: 'allow',
    Protocol: '-1',
    ...network,
    ...fields,
  };
}

export const publicSubnet = {
  id: 'subnet-public',
  blockPublicAccess: 'off',
  ...routes({ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-77' }),
  ...nacl(entry(100, 'in'), entry(100, 'out')),
} satisfies Subnet;

export const privateSubnet = {
  ...publicSubnet,
  id: 'subnet-private',
  ...routes({ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-77' }),
} satisfies Subnet;

export const open = {
  addresses: { 4: ['198.51.100.7'], 6: [] },
  securityGroups: [group('sg-web', everywhere)],
  subnet: publicSubnet,
  loadBalancers: [],
  prefixLists: new Map(),
} satisfies NetworkParts;

/** A load balancer in the public subnet that forwards its port 8443 to the resource's 443. */
export const loadBalancer = {
  id: 'alb-shop',
  scheme: 'internet-facing',
  families: [4],
  forwards: [{ protocol: 6, port: 8443, targetPort: 443 }],
  securityGroups: [
    { id: 'sg-alb', ingress: readPermissions([{ IpProtocol: '-1', ...everywhere }], '/sg-alb') },
  ],
  nodes: [{ subnet: publicSubnet, address: '10.4.0.20' }],
  preservesClientAddress: false,
} satisfies LoadBalancer;

/** The resource without an address of its own, in the private subnet, admitting the load balancer. */
export const behind = {
  ...open,
  addresses: { 4: [], 6: [] },
  securityGroups: [group('sg-app', { UserIdGroupPairs: [{ GroupId: 'sg-alb' }] })],
  subnet: privateSubnet,
  loadBalancers: [loadBalancer],
} satisfies NetworkParts;
