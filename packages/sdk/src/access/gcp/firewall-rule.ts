/** Firewall rules of a VPC network. */
import { isJsonObject, type JsonObject } from '../../json/value.ts';
import { type Cidr, parseCidr } from '../../net/cidr.ts';
import { families, wholeInternet } from '../network/internet.ts';
import { opens, type PortFilter, type PortQuestion } from '../network/open-ports.ts';
import { elementsOf, type Reading, readEach, refused } from '../network/reading.ts';
import { readTraffic, type Traffic } from './firewall-protocol.ts';
import { readTextList } from './text-list.ts';

export type FirewallRule = {
  /** The JSON pointer of the rule. */
  readonly at: string;
  readonly isIngress: boolean;
  readonly isDisabled: boolean;
  /** Lower comes first. */
  readonly priority: number;
  readonly allowed: readonly Traffic[];
  readonly denied: readonly Traffic[];
  /** From where. Tags and service accounts of senders add instances of the same network only. */
  readonly sources: readonly Cidr[];
  /** Whether it is about some addresses of the instances only. */
  readonly isForSomeAddresses: boolean;
  /** Which instances it is for; none of either is all of them. */
  readonly targetTags: readonly string[];
  readonly targetServiceAccounts: readonly string[];
};

export type RuleReading = { readonly rule: FirewallRule; readonly unread: readonly string[] };

/** Google's own priority where a rule has none. */
const defaultPriority = 1_000;

/**
 * Reads a rule. A range, port or protocol that cannot be read opens and closes nothing; a direction or switch that cannot be
 * read restricts nothing. `at` is the JSON pointer of the rule.
 * Source: https://cloud.google.com/compute/docs/reference/rest/v1/firewalls
 */
export function readFirewallRule(rule: JsonObject, at: string): RuleReading {
  const { direction, disabled, priority } = rule;
  const allowed = readTraffic(rule['allowed'], `${at}/allowed`);
  const denied = readTraffic(rule['denied'], `${at}/denied`);
  const sources = readNetworks(rule['sourceRanges'], `${at}/sourceRanges`);
  const tags = readTextList(rule['targetTags'], `${at}/targetTags`);
  const accounts = readTextList(rule['targetServiceAccounts'], `${at}/targetServiceAccounts`);
  const unread = [
    ...problemIf(!isOneOf(direction, ['INGRESS', 'EGRESS']), `${at}/direction: is no direction`),
    ...problemIf(!isOneOf(disabled, [true, false]), `${at}/disabled: is neither true nor false`),
    ...problemIf(!isMissing(priority) && typeof priority !== 'number', `${at}/priority: is no number`),
    ...[allowed, denied, sources, tags, accounts].flatMap((reading) => reading.unread),
  ];
  return {
    rule: {
      at,
      isIngress: direction !== 'EGRESS',
      isDisabled: disabled === true,
      priority: typeof priority === 'number' ? priority : defaultPriority,
      allowed: allowed.rules,
      denied: denied.rules,
      sources: sources.rules,
      isForSomeAddresses: isForSomeAddresses(rule['destinationRanges']),
      targetTags: tags.rules,
      targetServiceAccounts: accounts.rules,
    },
    unread,
  };
}

/** Reads a list of rules; what is no rule is left out and named. */
export function readFirewallRules(rules: readonly unknown[], at: string): Reading<FirewallRule> {
  return readEach(rules, at, (element, where) => {
    if (!isJsonObject(element)) return refused(where, 'is no rule');
    const { rule, unread } = readFirewallRule(element, where);
    return { rules: [rule], unread };
  });
}

/** Whether the rule alone lets the whole internet in on what is asked. Other rules, targets and addresses are not looked at. */
export function opensToInternet(
  rule: FirewallRule,
  { protocols, ports }: Pick<PortQuestion, 'protocols' | 'ports'>,
): boolean {
  if (!rule.isIngress || rule.isDisabled) return false;
  const filters = rule.allowed.map(
    (traffic): PortFilter => ({ at: rule.at, allows: true, networks: rule.sources, ...traffic }),
  );
  return opens(filters, { protocols, ports, from: families.map(wholeInternet) }).isOpen;
}

/** Whether destinations are written that are not everything; what cannot be read may be some only. */
export function isForSomeAddresses(destinations: unknown): boolean {
  if (isMissing(destinations)) return false;
  const { rules, unread } = readNetworks(destinations, '');
  return rules.length + unread.length > 0 && !rules.some(({ prefix }) => prefix === 0);
}

/** Reads networks; one is as good as a list of one. */
export function readNetworks(written: unknown, at: string): Reading<Cidr> {
  const elements = elementsOf(typeof written === 'string' ? [written] : written);
  if (elements === undefined) return refused(at, 'is no list');
  return readEach(elements, at, (element, where) => {
    const cidr = typeof element === 'string' ? parseCidr(element) : undefined;
    return cidr === undefined ? refused(where, 'is no network') : { rules: [cidr], unread: [] };
  });
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

function isOneOf(value: unknown, words: readonly unknown[]): boolean {
  return isMissing(value) || words.includes(value);
}

function problemIf(isProblem: boolean, problem: string): readonly string[] {
  return isProblem ? [problem] : [];
}
