/** Firewall policies, which organisations, folders and networks have beside or above the rules of a VPC. */
import { isJsonObject, type JsonObject } from '../../json/value.ts';
import type { Cidr } from '../../net/cidr.ts';
import { elementsOf, merged, type Reading, readEach, refused } from '../network/reading.ts';
import { readTraffic, type Traffic } from './firewall-protocol.ts';
import { isForSomeAddresses, readNetworks } from './firewall-rule.ts';
import { readTextList } from './text-list.ts';

export type PolicyRule = {
  /** The JSON pointer of the rule. */
  readonly at: string;
  readonly isIngress: boolean;
  readonly isDisabled: boolean;
  /** Lower comes first. */
  readonly priority: number;
  /** `next` leaves it to the next policy or to the rules of the VPC. */
  readonly action: 'allow' | 'deny' | 'next';
  readonly traffic: readonly Traffic[];
  readonly sources: readonly Cidr[];
  /** Whether it has sources beside networks whose addresses are not known here: countries, groups of addresses. */
  readonly hasOtherSources: boolean;
  /** Whether it is about some addresses of the instances only. */
  readonly isForSomeAddresses: boolean;
  /** Which instances it is for; none is all. */
  readonly targetServiceAccounts: readonly string[];
  readonly targetSecureTags: readonly string[];
  readonly targetNetworks: readonly string[];
};

/**
 * Reads the rules of a policy. A rule whose action, priority or targets cannot be read is left out and named. `at` is the
 * JSON pointer of the list.
 * Source: https://cloud.google.com/compute/docs/reference/rest/v1/firewallPolicies
 */
export function readPolicyRules(rules: readonly unknown[], at: string): Reading<PolicyRule> {
  return readEach(rules, at, readRule);
}

const actions: ReadonlyMap<string, PolicyRule['action']> = new Map<string, PolicyRule['action']>([
  ['allow', 'allow'],
  // Inspected traffic is let through unless it is found to be an attack.
  ['apply_security_profile_group', 'allow'],
  ['deny', 'deny'],
  ['goto_next', 'next'],
]);

function readRule(rule: unknown, at: string): Reading<PolicyRule> {
  const match = isJsonObject(rule) ? rule['match'] : undefined;
  if (!isJsonObject(rule) || !isJsonObject(match)) return refused(at, 'is no rule with a match');
  const { action: written, priority } = rule;
  const action = typeof written === 'string' ? actions.get(written) : undefined;
  if (action === undefined || typeof priority !== 'number')
    return refused(at, 'has no action or no priority');
  const targets = ['targetServiceAccounts', 'targetSecureTags', 'targetResources'].map((field) =>
    readTargets(rule[field], `${at}/${field}`),
  );
  const [accounts, tags, networks] = targets;
  const unreadTargets = merged(targets).unread;
  if (unreadTargets.length > 0) return { rules: [], unread: unreadTargets };
  // Rules for load balancers neither open nor close an instance.
  if (isFilledText(rule['targetType']) && rule['targetType'] !== 'INSTANCES')
    return { rules: [], unread: [] };
  const traffic = readTraffic(match['layer4Configs'], `${at}/match/layer4Configs`);
  const sources = readNetworks(match['srcIpRanges'], `${at}/match/srcIpRanges`);
  const isOfOurOwn = isInternal(match);
  return {
    rules: [
      {
        at,
        isIngress: rule['direction'] !== 'EGRESS',
        isDisabled: rule['disabled'] === true,
        priority,
        action,
        traffic: traffic.rules,
        sources: isOfOurOwn ? [] : sources.rules,
        hasOtherSources: !isOfOurOwn && otherSources.some((field) => isFilled(match[field])),
        isForSomeAddresses: isForSomeAddresses(match['destIpRanges']),
        targetServiceAccounts: accounts?.rules ?? [],
        targetSecureTags: tags?.rules ?? [],
        targetNetworks: networks?.rules ?? [],
      },
    ],
    unread: [...traffic.unread, ...sources.unread],
  };
}

/** Hosts by name and lists of attackers are left out: they are never the whole internet, neither let in nor kept out. */
const otherSources: readonly string[] = ['srcAddressGroups', 'srcRegionCodes'];

/** Names under which a rule says from what kind of network it is about; Google has renamed the field twice. */
const contexts: readonly string[] = ['srcNetworkContext', 'srcNetworkType', 'srcNetworkScope'];

/**
 * Whether the rule is only about what comes from our own networks.
 * Source: https://cloud.google.com/firewall/docs/understand-network-contexts
 */
function isInternal(match: JsonObject): boolean {
  return contexts.some((field) => isFilledText(match[field]) && match[field] !== 'INTERNET');
}

function isFilledText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value !== 'UNSPECIFIED';
}

function isFilled(list: unknown): boolean {
  return elementsOf(list)?.length !== 0;
}

/** Names, or objects that hold one, as secure tags are written. */
function readTargets(written: unknown, at: string): Reading<string> {
  const names = Array.isArray(written)
    ? written.map((element: unknown) => (isJsonObject(element) ? element['name'] : element))
    : written;
  return readTextList(names, at);
}
