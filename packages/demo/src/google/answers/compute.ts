/** What Compute Engine answers of networks, subnetworks and firewall rules: https://cloud.google.com/compute/docs/reference/rest/v1 */
import type { JsonObject } from '@security-monkey/sdk';
import { found, ofAccount } from '../../answers/call.ts';
import type { Firewall } from '../technologies/firewall.ts';
import type { Network } from '../technologies/network.ts';
import type { Subnetwork } from '../technologies/subnetwork.ts';
import { policyAnswer } from '../world/allow-policy.ts';
import { aggregated, placedIn } from './aggregated.ts';
import { addressIn, commonOf } from './compute-address.ts';
import { type GoogleAnswers, type GoogleCall, inOwn, listed, named, notFound } from './google-call.ts';

export const computeAnswers: GoogleAnswers = {
  'compute:firewalls.list': (call) =>
    listed(inOwn(call), {
      kind: 'compute#firewallList',
      member: 'items',
      all: ofAccount(call.world.firewalls, call).map(firewallAnswer),
    }),
  'compute:firewalls.get': (call) => firewallAnswer(nameOf(call, 'firewall', call.world.firewalls)),
  'compute:networks.list': (call) =>
    listed(inOwn(call), {
      kind: 'compute#networkList',
      member: 'items',
      all: ofAccount(call.world.networks, call).map((one) => networkAnswer(one, call)),
    }),
  'compute:networks.get': (call) => networkAnswer(nameOf(call, 'network', call.world.networks), call),
  'compute:subnetworks.aggregatedList': (call) =>
    aggregated(inOwn(call), {
      kind: 'compute#subnetworkAggregatedList',
      member: 'subnetworks',
      empty: 'regions/asia-east1',
      all: ofAccount(call.world.subnetworks, call).map((one) => ({
        place: `regions/${one.region}`,
        body: subnetworkAnswer(one),
      })),
    }),
  'compute:subnetworks.get': (call) => subnetworkAnswer(subnetworkOf(call, 'subnetwork')),
  'compute:subnetworks.getIamPolicy': (call) => {
    subnetworkOf(call, 'resource');
    return policyAnswer([]);
  },
};

type Named = { readonly account: string; readonly name: string };

function nameOf<One extends Named>(call: GoogleCall, parameter: string, all: readonly One[]): One {
  const name = named(inOwn(call), parameter);
  return found(
    ofAccount(all, call).find((one) => one.name === name),
    notFound,
  );
}

function subnetworkOf(call: GoogleCall, parameter: string): Subnetwork {
  const region = named(call, 'region');
  return placedIn(nameOf(call, parameter, call.world.subnetworks), (one) => one.region === region);
}

/** In the form of the REST API, also within the firewalls that are in force for a machine. */
export function firewallAnswer(firewall: Firewall): JsonObject {
  const { account, name, description, network, priority, sources, allowed, targets } = firewall;
  return {
    ...commonOf(firewall, 'firewall', `global/firewalls/${name}`),
    ...(description !== '' && { description }),
    network: addressIn(account, `global/networks/${network}`),
    priority,
    direction: 'INGRESS',
    disabled: false,
    sourceRanges: sources,
    ...(targets.length > 0 && { targetTags: targets }),
    allowed: Object.entries(allowed).map(([IPProtocol, ports]) => ({
      IPProtocol,
      ...(ports.length > 0 && { ports }),
    })),
    logConfig: { enable: false },
  };
}

function networkAnswer(network: Network, call: GoogleCall): JsonObject {
  const { account, name, description, isAutomatic } = network;
  const subnetworks = ofAccount(call.world.subnetworks, call).filter((one) => one.network === name);
  return {
    ...commonOf(network, 'network', `global/networks/${name}`),
    description,
    autoCreateSubnetworks: isAutomatic,
    mtu: 1460,
    routingConfig: { routingMode: 'REGIONAL' },
    networkFirewallPolicyEnforcementOrder: 'AFTER_CLASSIC_FIREWALL',
    ...(subnetworks.length > 0 && {
      subnetworks: subnetworks.map((one) => addressIn(account, pathOf(one))),
    }),
  };
}

function subnetworkAnswer(subnetwork: Subnetwork): JsonObject {
  const { account, region, network, range, logsFlows, reachesGoogle } = subnetwork;
  return {
    ...commonOf(subnetwork, 'subnetwork', pathOf(subnetwork)),
    network: addressIn(account, `global/networks/${network}`),
    region: addressIn(account, `regions/${region}`),
    ipCidrRange: range,
    gatewayAddress: range.replace(/0\/\d+$/, '1'),
    fingerprint: 'demo4shopfP=',
    purpose: 'PRIVATE',
    stackType: 'IPV4_ONLY',
    privateIpGoogleAccess: reachesGoogle,
    ...(logsFlows && {
      logConfig: {
        enable: true,
        aggregationInterval: 'INTERVAL_5_SEC',
        flowSampling: 1,
        metadata: 'INCLUDE_ALL_METADATA',
      },
    }),
  };
}

function pathOf({ region, name }: Subnetwork): string {
  return `regions/${region}/subnetworks/${name}`;
}
