/** Reach by the firewalls that are in force. */
import { expect, it } from 'vitest';
import { type EffectiveFirewalls, reachByFirewalls } from './effective-firewalls.ts';
import { denying, step, vpc } from './testing/surroundings.ts';

const reach = (firewalls: Partial<EffectiveFirewalls>, families: readonly (4 | 6)[] = [4]) =>
  reachByFirewalls({
    port: 8443,
    families,
    target: { tags: ['web'], serviceAccounts: [], network: 'net' },
    firewalls: { rules: [vpc()], policies: [], ...firewalls },
  });

const policy = (type: string, ...rules: readonly unknown[]) => ({ type, rules });

it.each([
  ['a rule that lets the internet in', reach({}), 'reachable'],
  ['no address', reach({}, []), 'unreachable'],
  ['a rule for the other family only', reach({}, [6]), 'unreachable'],
  ['no rule', reach({ rules: [] }), 'unreachable'],
  ['a rule for another tag', reach({ rules: [vpc({ targetTags: ['db'] })] }), 'unreachable'],
  ['a rule for its tag', reach({ rules: [vpc({ targetTags: ['web'] })] }), 'reachable'],
  ['a rule that denies before', reach({ rules: [vpc(), vpc({ ...denying, priority: 900 })] }), 'unreachable'],
  ['a policy above that denies', reach({ policies: [policy('HIERARCHY', step('deny'))] }), 'unreachable'],
  ['no rule, beside one that cannot be read', reach({ rules: ['open'] }), 'unknown'],
  [
    'a policy that says nothing, beside a rule whose action nobody knows',
    reach({ rules: [], policies: [policy('HIERARCHY', step('welcome'))] }),
    'unknown',
  ],
  ['a rule that lets in, beside one that cannot be read', reach({ rules: [vpc(), 'open'] }), 'reachable'],
  [
    'two policies above of which one allows and one denies',
    reach({ policies: [policy('HIERARCHY', step('deny')), policy('HIERARCHY', step('allow'))] }),
    'unknown',
  ],
  [
    'a policy beside that denies, first or last',
    reach({ policies: [policy('NETWORK', step('deny'))] }),
    'unknown',
  ],
  [
    'a policy beside that denies, where the rules say nothing',
    reach({ rules: [], policies: [policy('NETWORK', step('deny'))] }),
    'unreachable',
  ],
  [
    'a policy above that denies for a secure tag which it may have',
    reach({ policies: [policy('HIERARCHY', step('deny', { targetSecureTags: [{ name: 'tagValues/1' }] }))] }),
    'unknown',
  ],
] as const)('%s', (_name, state, expected) => {
  expect(state).toBe(expected);
});
