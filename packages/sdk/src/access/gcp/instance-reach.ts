/** Whether a port of an instance on Google Cloud is reachable from the internet, along which path, or what stops it. */
import type { IpFamily } from '../../net/address.ts';
import { type Cidr, parseCidr } from '../../net/cidr.ts';
import { families, wholeInternet } from '../network/internet.ts';
import { everyPort, includes, type PortRange } from '../network/port-range.ts';
import { isAbout, type Protocol } from '../network/protocol.ts';
import type { Door } from '../network/way.ts';
import type { PolicyRule } from './firewall-policy.ts';
import type { FirewallRule } from './firewall-rule.ts';
import { type FirewallStep, type FirewallTarget, stepsOfPolicy, stepsOfRules } from './firewall-step.ts';
import { type FirewallStage, walk } from './firewall-walk.ts';

/** What is needed to tell. The ids are part of what is shown and stored: never rename one. */
export type ReachPart =
  | 'external-address'
  | 'load-balancers'
  | 'hierarchical-policies'
  | 'vpc-rules'
  | 'network-policies'
  | 'firewall-targets';

/** An external load balancer in front of the instance. A proxy connects from Google's own addresses. */
export type ExternalLoadBalancer = {
  readonly id: string;
  readonly kind: 'passthrough' | 'proxy';
  readonly protocol: Protocol;
  readonly ports: PortRange;
  readonly families: readonly IpFamily[];
};

/** Each part is undefined when it was not collected. */
export type InstanceSurroundings = {
  readonly door: Door;
  readonly target: FirewallTarget;
  /** The families of the instance's own external addresses. */
  readonly externalAddresses: readonly IpFamily[] | undefined;
  /** Those with this instance behind the door. */
  readonly loadBalancers: readonly ExternalLoadBalancer[] | undefined;
  /** The policies of the organisation and of its folders, from the top down. */
  readonly hierarchicalPolicies: readonly (readonly PolicyRule[])[] | undefined;
  readonly vpcRules: readonly FirewallRule[] | undefined;
  /** The network's global and regional policies. They come after the rules of the VPC unless the network says otherwise. */
  readonly networkPolicies:
    | { readonly policies: readonly (readonly PolicyRule[])[]; readonly areFirst: boolean }
    | undefined;
};

export type InstanceReach =
  | { readonly state: 'reachable'; readonly through: string; readonly by: readonly string[] }
  /** `by`: the rules that close it; none when it is the network's own last deny. */
  | { readonly state: 'unreachable'; readonly stoppedBy: ReachPart; readonly by: readonly string[] }
  | { readonly state: 'unknown'; readonly missing: readonly ReachPart[] };

type Way = { readonly through: string; readonly from: readonly Cidr[]; readonly isCertain: boolean };

/** Says *unreachable* only when it stays so whatever was not collected, and *reachable* likewise. */
export function instanceReach(surroundings: InstanceSurroundings): InstanceReach {
  const ways = waysTo(surroundings);
  if (ways.length === 0) return { state: 'unreachable', stoppedBy: 'external-address', by: [] };
  const [worst, best] = [readings(surroundings, 'deny'), readings(surroundings, 'allow')];
  for (const { through, from, isCertain } of ways) {
    const verdicts = worst.map((stages) => verdictOn(stages, surroundings.door, from));
    const by = verdicts.flatMap((verdict) => verdict.by);
    if (isCertain && verdicts.every(({ isOpen }) => isOpen))
      return { state: 'reachable', through, by: [...new Set(by)] };
  }
  const verdicts = ways.flatMap(({ from }) =>
    best.map((stages) => verdictOn(stages, surroundings.door, from)),
  );
  if (verdicts.some(({ isOpen }) => isOpen)) return { state: 'unknown', missing: missingOf(surroundings) };
  const by = [...new Set(verdicts.flatMap((verdict) => verdict.by))];
  return { state: 'unreachable', stoppedBy: 'vpc-rules', by };
}

/** Source: https://cloud.google.com/load-balancing/docs/health-check-concepts#ip-ranges */
const proxyNetworks: readonly Cidr[] = ['35.191.0.0/16', '130.211.0.0/22'].flatMap(
  (text) => parseCidr(text) ?? [],
);

function waysTo({ door, externalAddresses, loadBalancers }: InstanceSurroundings): readonly Way[] {
  const own = (externalAddresses ?? families).map((family) => ({
    through: `ipv${family}`,
    from: [wholeInternet(family)],
    isCertain: externalAddresses !== undefined,
  }));
  const balanced = (loadBalancers ?? unseenLoadBalancers(door)).filter(
    ({ protocol, ports }) =>
      isAbout(protocol, door.protocol) && includes(ports, { first: door.port, last: door.port }),
  );
  return [
    ...own,
    ...balanced.flatMap(({ id, kind, families: served }) => {
      const sources = kind === 'proxy' ? [proxyNetworks] : served.map((family) => [wholeInternet(family)]);
      return sources.map((from) => ({ through: id, from, isCertain: loadBalancers !== undefined }));
    }),
  ];
}

/** Every load balancer that there might be. */
function unseenLoadBalancers({ protocol }: Door): readonly ExternalLoadBalancer[] {
  const unseen = { id: 'load-balancers', protocol, ports: everyPort, families };
  return [
    { ...unseen, kind: 'passthrough' },
    { ...unseen, kind: 'proxy' },
  ];
}

/** A proxy comes from each of its networks: one of them that is let in is enough. */
function verdictOn(stages: readonly FirewallStage[], door: Door, from: readonly Cidr[]) {
  const verdicts = from.map((network) => walk(stages, door, network));
  return verdicts.find(({ isOpen }) => isOpen) ?? verdicts[0] ?? { isOpen: false, by: [] };
}

/**
 * The stages, with all that is not known taken as `doubt`: parts that were not collected as a stage that denies or allows
 * everything, rules that may not apply as applying only if they do the same. Rules that may send on are tried both ways.
 */
function readings(
  surroundings: InstanceSurroundings,
  doubt: 'allow' | 'deny',
): readonly (readonly FirewallStage[])[] {
  const stages = stagesOf(surroundings, doubt);
  return [true, false].map((isSentOn) =>
    stages.map((stage) =>
      stage.filter(({ isCertain, action }) => isCertain || (action === 'next' ? isSentOn : action === doubt)),
    ),
  );
}

function stagesOf(surroundings: InstanceSurroundings, doubt: 'allow' | 'deny'): readonly FirewallStage[] {
  const { target, hierarchicalPolicies, vpcRules, networkPolicies } = surroundings;
  const unseen: readonly FirewallStage[] = [[everything(doubt)]];
  const above = hierarchicalPolicies?.map((policy) => stepsOfPolicy(policy, target)) ?? unseen;
  const rules = vpcRules === undefined ? unseen : [stepsOfRules(vpcRules, target)];
  const beside = networkPolicies?.policies.map((policy) => stepsOfPolicy(policy, target)) ?? unseen;
  return networkPolicies?.areFirst === true
    ? [...above, ...beside, ...rules]
    : [...above, ...rules, ...beside];
}

function everything(action: 'allow' | 'deny'): FirewallStep {
  return {
    at: '',
    action,
    traffic: [{ protocol: 'all', ports: everyPort }],
    networks: families.map(wholeInternet),
    isCertain: true,
  };
}

/** What would have to be known to tell. */
function missingOf(surroundings: InstanceSurroundings): readonly ReachPart[] {
  const missing: ReachPart[] = [];
  if (surroundings.externalAddresses === undefined) missing.push('external-address');
  if (surroundings.loadBalancers === undefined) missing.push('load-balancers');
  if (surroundings.hierarchicalPolicies === undefined) missing.push('hierarchical-policies');
  if (surroundings.vpcRules === undefined) missing.push('vpc-rules');
  if (surroundings.networkPolicies === undefined) missing.push('network-policies');
  return missing.length === 0 ? ['firewall-targets'] : missing;
}
