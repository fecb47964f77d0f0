/** Laws of reaching an instance: allows, denies, order, and what was not collected. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type InstanceSurroundings, instanceReach } from './instance-reach.ts';
import { plain, policy, rules, step, type Written } from './testing/surroundings.ts';

const stateOf = (changes: Partial<InstanceSurroundings>) => instanceReach({ ...plain, ...changes }).state;

describe('laws', () => {
  const range = fc.constantFrom('0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1', '10.0.0.0/8', '203.0.113.0/24');
  const sourceRanges = fc.array(range, { minLength: 1, maxLength: 2 });
  const priority = fc.constantFrom(1, 2, 3);
  const traffic = fc.constantFrom([{ IPProtocol: 'all' }], [{ IPProtocol: 'tcp', ports: ['8443'] }]);
  const allow = fc.record({ sourceRanges, priority, allowed: traffic });
  const deny = fc.record({ sourceRanges, priority, denied: traffic });
  const list = fc.array(fc.oneof(allow, deny), { maxLength: 5 });
  const action = fc.constantFrom('allow', 'deny', 'goto_next');
  const policyRule = fc
    .tuple(action, priority, sourceRanges)
    .map(([act, rank, srcIpRanges]) => step(act, { priority: rank }, { srcIpRanges }));
  const above = fc.array(policyRule, { maxLength: 3 });
  const options = { seed: 3_301, numRuns: 1_000 };
  const isReachable = (policies: readonly Written[], written: readonly unknown[]) =>
    stateOf({ hierarchicalPolicies: [policy(...policies)], vpcRules: rules(...written) }) === 'reachable';

  test('an added allow never closes, an added deny never opens', () => {
    fc.assert(
      fc.property(above, list, fc.tuple(allow, deny), (policies, written, [more, less]) => {
        const before = isReachable(policies, written);
        expect(before && !isReachable(policies, [...written, more])).toBe(false);
        expect(isReachable(policies, [...written, less]) && !before).toBe(false);
      }),
      options,
    );
  });

  test('the order of rules and ranges says nothing', () => {
    fc.assert(
      fc.property(above, list, (policies, written) => {
        const other = written
          .toReversed()
          .map((rule) => ({ ...rule, sourceRanges: rule.sourceRanges.toReversed() }));
        expect(isReachable(policies, other)).toBe(isReachable(policies, written));
      }),
      options,
    );
  });

  test('what was not collected is never decided against what it turns out to be', () => {
    fc.assert(
      fc.property(above, list, (policies, written) => {
        const known = { hierarchicalPolicies: [policy(...policies)], vpcRules: rules(...written) };
        const whole = stateOf(known);
        for (const part of ['hierarchicalPolicies', 'vpcRules', 'externalAddresses', 'networkPolicies']) {
          const state = stateOf({ ...known, [part]: undefined });
          expect([whole, 'unknown']).toContain(state);
        }
      }),
      options,
    );
  });
});
