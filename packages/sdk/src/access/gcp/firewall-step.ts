/** Rules of a VPC and of firewall policies as steps that one instance's traffic goes through. */
import type { Cidr } from '../../net/cidr.ts';
import type { PolicyRule } from './firewall-policy.ts';
import type { Traffic } from './firewall-protocol.ts';
import type { FirewallRule } from './firewall-rule.ts';

/** What rules select an instance by. */
export type FirewallTarget = {
  readonly tags: readonly string[];
  readonly serviceAccounts: readonly string[];
  /** Undefined when they were not collected. */
  readonly secureTags: readonly string[] | undefined;
  /** The network's URL as rules name it; undefined when it is not known. */
  readonly network: string | undefined;
};

export type FirewallStep = {
  readonly at: string;
  readonly action: 'allow' | 'deny' | 'next';
  readonly traffic: readonly Traffic[];
  readonly networks: readonly Cidr[];
  /** Whether it is known to be for this instance and all its addresses, and from which networks. */
  readonly isCertain: boolean;
};

/**
 * The rules of a VPC that are, or may be, for the instance, in order: lower priorities first, denies before allows.
 * Source: https://cloud.google.com/firewall/docs/firewalls#priority_order_for_firewall_rules
 */
export function stepsOfRules(
  rules: readonly FirewallRule[],
  { tags, serviceAccounts }: FirewallTarget,
): readonly FirewallStep[] {
  const steps = rules
    .filter(({ isIngress, isDisabled }) => isIngress && !isDisabled)
    .filter(
      ({ targetTags, targetServiceAccounts }) =>
        (targetTags.length === 0 && targetServiceAccounts.length === 0) ||
        meets(targetTags, tags) ||
        meets(targetServiceAccounts, serviceAccounts),
    )
    .flatMap(({ at, priority, allowed, denied, sources: networks, isForSomeAddresses }) => {
      const isCertain = !isForSomeAddresses;
      return [
        { priority, step: { at, action: 'deny', traffic: denied, networks, isCertain } as const },
        { priority, step: { at, action: 'allow', traffic: allowed, networks, isCertain } as const },
      ];
    });
  return steps.sort((a, b) => a.priority - b.priority || rank(a.step) - rank(b.step)).map(({ step }) => step);
}

/** The rules of one policy that are, or may be, for the instance, in order. */
export function stepsOfPolicy(rules: readonly PolicyRule[], target: FirewallTarget): readonly FirewallStep[] {
  return rules
    .filter(({ isIngress, isDisabled }) => isIngress && !isDisabled)
    .toSorted((a, b) => a.priority - b.priority || rank(a) - rank(b))
    .flatMap((rule): readonly FirewallStep[] => {
      const isTarget = isFor(rule, target);
      if (isTarget === false) return [];
      const { at, action, traffic, sources: networks, hasOtherSources } = rule;
      const isCertain = isTarget === true && !rule.isForSomeAddresses;
      const step = { at, action, traffic, networks, isCertain };
      return hasOtherSources ? [step, { ...step, networks: everywhere, isCertain: false }] : [step];
    });
}

/** Where addresses may be of which nothing is known. */
const everywhere: readonly Cidr[] = [
  { family: 4, base: 0n, prefix: 0 },
  { family: 6, base: 0n, prefix: 0 },
];

/** Whether a policy's rule is for the instance; undefined when it is not known. */
function isFor(rule: PolicyRule, target: FirewallTarget): boolean | undefined {
  const answers = [
    selects(rule.targetNetworks, target.network === undefined ? undefined : [target.network]),
    selects(rule.targetServiceAccounts, target.serviceAccounts),
    selects(rule.targetSecureTags, target.secureTags),
  ];
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function selects(wanted: readonly string[], held: readonly string[] | undefined): boolean | undefined {
  if (wanted.length === 0) return true;
  return held === undefined ? undefined : meets(wanted, held);
}

function meets(wanted: readonly string[], held: readonly string[]): boolean {
  return wanted.some((name) => held.includes(name));
}

/** A deny wins over an allow of the same priority. */
function rank({ action }: { readonly action: FirewallStep['action'] }): number {
  return ['deny', 'next', 'allow'].indexOf(action);
}
