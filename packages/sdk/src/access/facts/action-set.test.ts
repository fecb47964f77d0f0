/** Sets of actions: what patterns name, and what is left of them. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type ActionSet,
  actionsBut,
  actionsMatching,
  covers,
  intersect,
  isEmpty,
  knownActions,
  subtract,
  union,
} from './action-set.ts';
import { findAction, foldedAt, iamFacts, placeOf, resourcesAt } from './iam-facts.ts';

const names = (set: ActionSet) => knownActions(set).map(({ text }) => text);

it('a pattern names the documented actions in any letter case', () => {
  expect(names(actionsMatching(['SQS:*messagebatch']))).toEqual(
    ['sqs:ChangeMessageVisibilityBatch', 'sqs:DeleteMessageBatch', 'sqs:SendMessageBatch'].filter(
      (text) => findAction(text) !== undefined && text.toLowerCase().endsWith('messagebatch'),
    ),
  );
});

it('an action has its level and what it works on', () => {
  expect(findAction('s3:putbucketpolicy')?.level).toBe('permissions-management');
  expect(resourcesAt(placeOf('S3:PutBucketPolicy') ?? -1)).toEqual(['arn:*:s3:::*']);
  expect(resourcesAt(placeOf('sts:GetCallerIdentity') ?? -1)).toEqual([]);
  expect(resourcesAt(placeOf('sqs:SendMessage') ?? -1)).toEqual(['arn:*:sqs:*:*:*']);
});

it.each([
  ['a service covers its actions', ['s3:*'], ['s3:GetObject']],
  ['a service covers an action that is not documented', ['s3:*'], ['s3:GetTomorrow']],
  ['everything covers everything', ['*'], ['*:*']],
  ['two parts cover the whole', ['sqs:Send*', 'sqs:SendMessage'], ['sqs:SendMessage']],
])('%s', (_name, outer, inner) => {
  expect(covers(actionsMatching(outer), actionsMatching(inner))).toBe(true);
});

it.each([
  ['reading does not cover writing', ['s3:Get*'], ['s3:PutObject']],
  ['an unknown action does not cover another', ['s3:GetTomorrow'], ['s3:GetYesterday']],
  ['a service does not cover another', ['s3:*'], ['sqs:SendMessage']],
  ['a service does not cover everything', ['s3:*'], ['*']],
])('%s', (_name, outer, inner) => {
  expect(covers(actionsMatching(outer), actionsMatching(inner))).toBe(false);
});

it('a complement leaves out what it names, documented or not', () => {
  const but = actionsBut(['iam:*']);
  expect(covers(but, actionsMatching(['s3:GetTomorrow']))).toBe(true);
  expect(covers(but, actionsMatching(['iam:CreateTomorrow']))).toBe(false);
  expect(isEmpty(intersect(but, actionsMatching(['iam:CreateUser'])))).toBe(true);
});

const patterns = fc.subarray([
  '*',
  's3:*',
  's3:Get*',
  's3:GetObject',
  'sqs:*',
  's3:GetTomorrow',
  'new:*',
  'new:Act',
  's*:*',
]);
const set = fc
  .tuple(patterns, fc.boolean())
  .map(([list, but]) => (but ? actionsBut(list) : actionsMatching(list)));

it('sets behave as sets', () => {
  fc.assert(
    fc.property(set, set, (a, b) => {
      expect(covers(union(a, b), a)).toBe(true);
      expect(isEmpty(subtract(a, a))).toBe(true);
      expect(names(intersect(a, subtract(b, a)))).toEqual([]);
      expect(names(union(intersect(a, b), subtract(a, b)))).toEqual(names(a));
    }),
    { seed: 20261128, numRuns: 300 },
  );
});

it('the facts are whole', () => {
  const { actions, services } = iamFacts();
  expect(names(actionsMatching(['*']))).toEqual(actions.map(({ text }) => text));
  expect(foldedAt(0)).toBe(actions[0]?.text.toLowerCase());
  expect(services.size).toBeGreaterThan(400);
  expect(actions.length).toBeGreaterThan(20_000);
  expect(new Set(actions.map((_, place) => foldedAt(place))).size).toBe(actions.length);
});
