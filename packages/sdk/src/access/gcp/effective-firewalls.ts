/** Whether a port of an instance is reachable from the internet, by the firewalls that Google says are in force for it. */
import type { IpFamily } from '../../net/address.ts';
import { tcp } from '../network/protocol.ts';
import { readPolicyRules } from './firewall-policy.ts';
import { readFirewallRules } from './firewall-rule.ts';
import type { FirewallTarget } from './firewall-step.ts';
import { instanceReach } from './instance-reach.ts';

export type EffectiveFirewalls = {
  /** Rules of the VPC network, as the API gives them. */
  readonly rules: readonly unknown[];
  readonly policies: readonly {
    /** `HIERARCHY` for one of a folder or organization; the others are of the network. */
    readonly type: string;
    readonly rules: readonly unknown[];
  }[];
};

export type PortQuestionOfInstance = {
  /** Of TCP. */
  readonly port: number;
  /** The families of the interface's own external addresses. */
  readonly families: readonly IpFamily[];
  readonly target: Pick<FirewallTarget, 'tags' | 'serviceAccounts' | 'network'>;
  readonly firewalls: EffectiveFirewalls;
};

/**
 * By the instance's own addresses; load balancers are not looked at. Google tells neither the order of several policies nor whether
 * those of the network come first: what hangs on it is `unknown`, and so is what hangs on the secure tags of the instance. Nobody knows
 * either whether a rule that cannot be read lets somebody in.
 * Source: https://cloud.google.com/compute/docs/reference/rest/v1/instances/getEffectiveFirewalls
 */
export function reachByFirewalls(question: PortQuestionOfInstance): 'reachable' | 'unreachable' | 'unknown' {
  const { port, families, target, firewalls } = question;
  const isHierarchical = ({ type }: { readonly type: string }): boolean => type === 'HIERARCHY';
  const read = firewalls.policies.map((policy) => ({ policy, ...readPolicyRules(policy.rules, '/rules') }));
  const above = read.filter(({ policy }) => isHierarchical(policy)).map(({ rules }) => rules);
  const beside = read.filter(({ policy }) => !isHierarchical(policy)).map(({ rules }) => rules);
  const { rules: vpcRules, unread } = readFirewallRules(firewalls.rules, '/rules');
  const isAllRead = unread.length + read.flatMap((one) => one.unread).length === 0;
  const states = ordersOf(above).flatMap((hierarchicalPolicies) =>
    ordersOf(beside).flatMap((policies) =>
      [true, false].map(
        (areFirst) =>
          instanceReach({
            door: { protocol: tcp, port },
            target: { ...target, secureTags: undefined },
            externalAddresses: families,
            loadBalancers: [],
            hierarchicalPolicies,
            vpcRules,
            networkPolicies: { policies, areFirst },
          }).state,
      ),
    ),
  );
  const [first = 'unknown', ...others] = states;
  if (others.some((state) => state !== first)) return 'unknown';
  return first === 'unreachable' && !isAllRead ? 'unknown' : first;
}

/** As told, and the other way round. */
function ordersOf<Policy>(policies: readonly Policy[]): readonly (readonly Policy[])[] {
  return policies.length < 2 ? [policies] : [policies, policies.toReversed()];
}
