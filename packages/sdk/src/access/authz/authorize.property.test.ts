/** Laws that hold for every request and every policy. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../judge.ts';
import {
  changePolicies,
  changePolicy,
  type Policy,
  type Question,
  question,
  type Statement,
  statement,
} from './testing/questions.ts';
import { changeLists, shoutActions, shoutKeys, upperKeys } from './testing/rewrite.ts';

const seed = 20_261_130;
const numRuns = 1_500;

function resultOf(asked: unknown) {
  return judge('aws-authz', asked, 0)['result'];
}

/** The question and statement that break a law, or null when nothing does. */
function breachOf(law: (asked: Question, added: Statement) => boolean) {
  return fc.check(fc.property(question, statement, law), { seed, numRuns }).counterexample;
}

/** The question that is answered otherwise once it is changed, or null. */
function otherwise(change: (asked: Question) => unknown) {
  return breachOf((asked) => resultOf(change(asked)) === resultOf(asked));
}

const add =
  (added: Statement, Effect: 'Allow' | 'Deny') =>
  (policy: Policy): Policy => ({ ...policy, Statement: [...policy.Statement, { ...added, Effect }] });

it('the questions meet every answer often', () => {
  const results = fc.sample(question, { seed, numRuns }).map(resultOf);
  for (const result of ['Allowed', 'ImplicitlyDenied', 'ExplicitlyDenied'])
    expect(results.filter((one) => one === result).length).toBeGreaterThan(numRuns / 10);
});

describe('adding', () => {
  it.each([0, 1, 2, 5])('a Deny to a policy never allows (policy %i)', (at) => {
    const breach = breachOf((asked, added) => {
      const before = resultOf(asked);
      const after = resultOf(changePolicy(asked, at, add(added, 'Deny')));
      if (before === 'ExplicitlyDenied') return after === before;
      return before === 'Allowed' || after !== 'Allowed';
    });
    expect(breach).toBeNull();
  });

  it.each([0, 1, 2, 5])('an Allow to a policy never denies (policy %i)', (at) => {
    const breach = breachOf((asked, added) => {
      const before = resultOf(asked);
      const after = resultOf(changePolicy(asked, at, add(added, 'Allow')));
      if (before === 'Allowed') return after === before;
      return before === 'ExplicitlyDenied' ? after === before : after !== 'ExplicitlyDenied';
    });
    expect(breach).toBeNull();
  });

  it('a boundary, a level or an endpoint never allows', () => {
    const breach = breachOf((asked, added) => {
      const policies = [{ Version: '2012-10-17', Statement: [added] }];
      const level = { orgIdentifier: 'ou-1', policies };
      const { permissionBoundaries, serviceControlPolicies, resourceControlPolicies } = asked;
      const limited = [
        { ...asked, permissionBoundaries: [...(permissionBoundaries ?? []), ...policies] },
        { ...asked, serviceControlPolicies: [...(serviceControlPolicies ?? []), level] },
        { ...asked, resourceControlPolicies: [...(resourceControlPolicies ?? []), level] },
        { ...asked, endpointPolicies: asked.endpointPolicies ?? policies },
      ];
      return resultOf(asked) === 'Allowed' || limited.every((one) => resultOf(one) !== 'Allowed');
    });
    expect(breach).toBeNull();
  });
});

describe('nothing changes', () => {
  it('by the order of statements and elements', () => {
    const reverse = (list: readonly unknown[]) => list.toReversed();
    expect(otherwise((asked) => changePolicies(asked, (policy) => changeLists(policy, reverse)))).toBeNull();
  });

  it('by writing a list of one as its only element', () => {
    const unwrap = (list: readonly unknown[]) => (list.length === 1 ? list[0] : list);
    expect(otherwise((asked) => changePolicies(asked, (policy) => changeLists(policy, unwrap)))).toBeNull();
  });

  it('by the letter case of actions', () => {
    const shout = (asked: Question) => ({
      ...changePolicies(asked, shoutActions),
      request: { ...asked.request, action: asked.request.action.toUpperCase() },
    });
    expect(otherwise(shout)).toBeNull();
  });

  it('by the letter case of condition keys', () => {
    const shout = (asked: Question) => ({
      ...changePolicies(asked, shoutKeys),
      request: { ...asked.request, context: upperKeys(asked.request.context) },
    });
    expect(otherwise(shout)).toBeNull();
  });

  it('by writing a policy as text', () => {
    const text = (policy: Policy) => encodeURIComponent(JSON.stringify(policy));
    expect(otherwise((asked) => changePolicies(asked, text))).toBeNull();
  });

  it('by a statement that cannot be read', () => {
    const spoil = ({ Statement: list }: Policy) => ({ Version: '2012-10-17', Statement: [...list, 7] });
    expect(otherwise((asked) => changePolicies(asked, spoil))).toBeNull();
  });
});

it('a question that cannot be read does not throw, and is answered or called malformed', () => {
  const fields = [
    'request',
    'identityPolicies',
    'sessionPolicy',
    'endpointPolicies',
    'serviceControlPolicies',
  ];
  const wrong = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue({ maxDepth: 3 }));
  const broken = fc.tuple(question, wrong).map(([asked, parts]) => ({ ...asked, ...parts }));
  fc.assert(
    fc.property(broken, (asked) => {
      const result = judge('aws-authz', asked, 0);
      const isAnswered = typeof result['result'] === 'string';
      expect(isAnswered || Object.keys(result).join() === 'malformed').toBe(true);
    }),
    { seed, numRuns },
  );
});
