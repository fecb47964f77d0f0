/** Groups of issues: the gravest first, enough of them open. */
import { expect, it } from 'vitest';
import type { Check } from '../../api/catalogue.ts';
import { severityOf } from '../../words/severity.ts';
import {
  bands,
  gravestOf,
  groupsOf,
  notGrouped,
  openAtFirst,
  possibleGrouping,
  sharedTitles,
} from './issue-groups.ts';

const check = (id: string, score: number, ownScore: number | null = null): readonly [string, Check] => [
  id,
  {
    id,
    technology: 't',
    title: id,
    category: 'recommendation',
    score,
    enabled: true,
    ownScore,
    frameworks: {},
    rule: null,
  },
];

const facets = {
  total: 60,
  atLeast: false,
  notes: [],
  facets: {
    check: [
      { value: 'many', count: 45 },
      { value: 'grave', count: 2 },
      { value: 'graver', count: 1 },
      { value: 'set', count: 12 },
    ],
    account: [
      { value: 'prod', count: 40 },
      { value: 'dev', count: 20 },
    ],
  },
};

const checks = new Map([check('many', 1), check('grave', 9), check('graver', 9), check('set', 1, 10)]);

it('checks come by what they score here, then by how much they found', () => {
  expect(groupsOf(facets, 'check', { checks }).map(({ value }) => value)).toEqual([
    'set',
    'grave',
    'graver',
    'many',
  ]);
});

it('what was found may weigh less or more than its check', () => {
  const found = (...values: readonly string[]) => ({
    ...facets,
    facets: { check: values.map((value) => ({ value, count: 1 })) },
  });
  const gravest = gravestOf([found('grave'), found('many', 'grave'), undefined, found('set')]);
  expect(groupsOf(facets, 'check', { checks, gravest }).map(({ value, score }) => [value, score])).toEqual([
    ['grave', 9],
    ['many', 6],
    ['set', 2],
    ['graver', 0],
  ]);
});

it('the bands are those of the scores', () => {
  const scores = bands.flatMap(({ severity, from, to }) => [
    [severityOf(from), severity],
    [severityOf(to), severity],
  ]);
  expect(scores.map(([is]) => is)).toEqual(scores.map(([, wanted]) => wanted));
});

it('accounts come by how much they have', () => {
  expect(groupsOf(facets, 'account', { checks }).map(({ value }) => value)).toEqual(['prod', 'dev']);
});

it('as many are open as fill the screen', () => {
  const groups = [20, 25, 3].map((count, index) => ({ value: String(index), count, score: 1 }));
  expect([...openAtFirst(groups)]).toEqual(['0', '1']);
});

it.each([
  ['check', 'is:open account:prod', 'check'],
  ['check', 'is:open check:aws.*', 'none'],
  ['check', '-check:aws.*', 'none'],
  ['account', 'check:aws.*', 'account'],
  ['technology', 'TECH:aws.s3-bucket', 'none'],
  ['technology', '"tech:aws.s3-bucket"', 'technology'],
  ['none', 'check:x', 'none'],
] as const)('by %s with "%s": %s', (grouping, query, expected) => {
  expect(possibleGrouping(grouping, query)).toBe(expected);
});

it.each([true, false])('what stands in no listed group is counted, whether all is counted: %s', (isAll) => {
  const groups = groupsOf(facets, 'account', { checks });
  expect(notGrouped({ ...facets, total: 75, atLeast: !isAll }, groups)).toEqual({ count: 15, isAll });
});

it('titles of several checks are shared, those of one are not', () => {
  const titled = [check('a', 1), check('b', 1), check('c', 1)].map(([id, one]): readonly [string, Check] => [
    id,
    { ...one, title: id === 'c' ? 'alone' : 'together' },
  ]);
  expect([...sharedTitles(new Map(titled))]).toEqual(['together']);
});
