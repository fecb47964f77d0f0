/** `aws-reachability`: whether a connection from the internet to a port of an instance succeeds. */
import type { JsonObject } from '../../json/value.ts';
import { explainReach } from '../network/explain-reach.ts';
import { readNaclEntries } from '../network/network-acl.ts';
import type { NetworkParts, SecurityGroup } from '../network/network-parts.ts';
import { readPermissions } from '../network/permission.ts';
import { parsePort } from '../network/port-range.ts';
import { parseProtocol, tcp, udp } from '../network/protocol.ts';
import type { PublicAddresses } from '../network/public-address.ts';
import { reachFromInternet } from '../network/reach.ts';
import { refused } from '../network/reading.ts';
import { readRoutes } from '../network/route.ts';
import type { Door } from '../network/way.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';

export const awsReachability: Judge = (input) => {
  const door = readDoor(input);
  if (door === undefined) return problems(['protocol and port are no TCP or UDP port']);
  const parts = readParts(input);
  if (parts === undefined) return problems(['publicIp, securityGroups, nacl or routes cannot be read']);
  const reach = reachFromInternet(door, parts);
  return { internet: reach.answer === 'reachable', reason: explainReach(reach), ...problems(reach.unread) };
};

function readDoor(input: JsonObject): Door | undefined {
  const protocol = parseProtocol(input['protocol']);
  const port = parsePort(input['port']);
  const isAsked = protocol === tcp || protocol === udp;
  return isAsked && port !== undefined ? { protocol, port } : undefined;
}

/** The question gives the whole network, so nothing is left uncollected: there is no load balancer and no prefix list. */
function readParts({ publicIp, securityGroups, nacl, routes }: JsonObject): NetworkParts | undefined {
  if (typeof publicIp !== 'boolean' || !Array.isArray(securityGroups)) return undefined;
  if (!Array.isArray(nacl) || !Array.isArray(routes)) return undefined;
  return {
    addresses: addressesOf(publicIp),
    securityGroups: securityGroups.map(readGroup),
    subnet: {
      nacl: readNaclEntries(nacl, '/nacl'),
      routes: readRoutes(routes, '/routes'),
      blockPublicAccess: 'off',
    },
    loadBalancers: [],
    prefixLists: new Map(),
  };
}

/** Of which family the address is, the question does not say: it may be of both. */
function addressesOf(isPublic: boolean): PublicAddresses {
  const addresses = isPublic ? ['the public address'] : [];
  return { 4: addresses, 6: addresses };
}

function readGroup(permissions: unknown, index: number): SecurityGroup {
  const at = `/securityGroups/${index}`;
  const ingress = Array.isArray(permissions) ? readPermissions(permissions, at) : refused(at, 'is no list');
  return { id: at, ingress };
}
