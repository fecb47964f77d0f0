/** Laws of resource policies that need no labels, and a naive second reading that must find nobody whom the judge denies. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../judge.ts';
import type { JudgeResult } from '../judges/answer.ts';
import { isAllowed } from './testing/brute-force.ts';
import {
  allow,
  anyEntry,
  deny,
  friend,
  type MadeStatement,
  organization,
  owner,
  placeOf,
  plain,
  type Style,
  statements,
  written,
} from './testing/some-policies.ts';
import { requestsOfStrangers } from './testing/strangers.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const options = { seed: 31_415, numRuns: 500 };

type Question = readonly [name: string, ask: (policy: unknown) => JudgeResult];

const trusting = {
  account: owner,
  trustedAccounts: [friend],
  trustedOrgs: [organization],
  known: { friendly: [friend], thirdParty: ['271828182845'] },
};
const questions: readonly Question[] = [
  [
    'aws-resource-policy',
    (policy) => judge('aws-resource-policy', { account: owner, policy, actionsOfInterest: ['s3:Get*'] }, now),
  ],
  [
    'aws-resource-policy of a bucket that trusts some',
    (policy) => judge('aws-resource-policy', { ...trusting, trustedIps: [], policy }, now),
  ],
  [
    'aws-trust-policy',
    (policy) => judge('aws-trust-policy', { ...trusting, orgId: organization, policy }, now),
  ],
  ['s3-policy-status', (policy) => judge('s3-policy-status', { account: owner, policy }, now)],
  ['s3-bucket', (policy) => judge('s3-bucket', { account: owner, policy }, now)],
  ['lambda-url', (policy) => judge('lambda-url', { account: owner, authType: 'NONE', policy }, now)],
];

/** Every boolean field says of something that it is open, or at fault. */
function faultsOf(result: JudgeResult): readonly string[] {
  return Object.entries(result).flatMap(([field, value]) => (value === true ? [field] : []));
}

function newFaults(after: JudgeResult, before: JudgeResult): readonly string[] {
  const known = faultsOf(before);
  return faultsOf(after).filter((field) => !known.includes(field));
}

describe.each(questions)('%s', (_, ask) => {
  test('one more Allow never closes', () => {
    fc.assert(
      fc.property(statements, allow, (made, more) => {
        expect(newFaults(ask(written(made)), ask(written([...made, more])))).toEqual([]);
      }),
      options,
    );
  });

  test('one more Deny never opens', () => {
    fc.assert(
      fc.property(statements, deny, (made, more) => {
        expect(newFaults(ask(written([more, ...made])), ask(written(made)))).toEqual([]);
      }),
      options,
    );
  });

  test('one more condition entry on an Allow never opens', () => {
    fc.assert(
      fc.property(statements, allow, anyEntry, (made, narrowed, entry) => {
        fc.pre(!narrowed.entries.some((other) => placeOf(other) === placeOf(entry)));
        const after: MadeStatement = { ...narrowed, entries: [...narrowed.entries, entry] };
        expect(newFaults(ask(written([...made, after])), ask(written([...made, narrowed])))).toEqual([]);
      }),
      options,
    );
  });

  const style: fc.Arbitrary<Style> = fc.record({
    isReversed: fc.boolean(),
    prefersScalars: fc.boolean(),
    letters: fc.constantFrom('as documented', 'upper', 'lower'),
  });
  test('order, lists of one and letter case change nothing', () => {
    fc.assert(
      fc.property(statements, style, (made, other) => {
        expect(ask(written(made, other))).toEqual(ask(written(made, plain)));
      }),
      options,
    );
  });
});

const requests = requestsOfStrangers(now);

test.each(questions.filter(([name]) => !/lambda|status|trust-/.test(name)))(
  '%s calls nothing private that a stranger can do',
  (_, ask) => {
    fc.assert(
      fc.property(statements, (made) => {
        fc.pre(requests.some((request) => isAllowed(made, request)));
        expect(ask(written(made))).toMatchObject({ public: true, external: true });
      }),
      { seed: 27_182, numRuns: 2_000 },
    );
  },
);

/** Names that a reader may fall over, among them those that every object has. */
const name = fc.constantFrom(
  'Statement',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
  'AWS',
  'Federated',
  'constructor',
  'toString',
  '__proto__',
  'StringLike',
  'ForAllValues:Null',
  'aws:SourceArn',
  'aws:SourceIp',
);
const scalar = fc.oneof(
  fc.constantFrom('Allow', 'Deny', '*', 's3:*', 'arn:*', '${', '%', '0.0.0.0/0', '*:*:*'),
  fc.constantFrom(null, true, 7, -0.5),
  fc.string({ maxLength: 6 }),
);
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
}));
const document = fc.oneof(
  anything,
  fc.record({ Statement: anything }),
  fc
    .dictionary(name, anything, { maxKeys: 4 })
    .map((odd) => ({ Statement: { Effect: 'Allow', Action: '*', Principal: '*', ...odd } })),
  fc.json({ maxDepth: 3 }),
);

test.each(questions)('%s throws at no document', (_, ask) => {
  fc.assert(
    fc.property(document, (policy) => {
      expect(typeof ask(policy)).toBe('object');
    }),
    { seed: 14_142, numRuns: 20_000 },
  );
});
