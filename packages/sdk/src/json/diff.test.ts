/** Differences: nothing but what changed, by what elements are and not by where they stand. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalize, canonicalText } from './canonical.ts';
import { type Change, diffJson, renderChanges } from './diff.ts';
import { getAt, parsePointer } from './pointer.ts';
import type { JsonValue } from './value.ts';

type Case = readonly [
  name: string,
  before: JsonValue,
  after: JsonValue,
  unordered: readonly string[],
  lines: readonly string[],
];

const cases: readonly Case[] = [
  ['equal values', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, [], []],
  ['another order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }, [], []],
  ['a changed member', { a: 1 }, { a: 2 }, [], ['~ /a: 1 → 2']],
  ['an added member', {}, { a: { b: 1 } }, [], ['+ /a: {"b":1}']],
  ['a removed member', { a: [1] }, {}, [], ['- /a: [1]']],
  ['null is a value', { a: null }, {}, [], ['- /a: null']],
  ['another type', { a: [] }, { a: {} }, [], ['~ /a: [] → {}']],
  ['the whole', 1, '1', [], ['~ /: 1 → "1"']],
  ['keys with slashes', { 'a/b': 1 }, { 'a/b': 2 }, [], ['~ /a~1b: 1 → 2']],
  ['one element less is one change', [1, 2, 3, 4], [1, 3, 4], [], ['- /1: 2']],
  [
    'the first of many objects less is one change',
    [{ x: 1 }, { x: 2 }, { x: 3 }],
    [{ x: 2 }, { x: 3 }],
    [],
    ['- /0: {"x":1}'],
  ],
  ['one element more is one change', ['a', 'c'], ['a', 'b', 'c'], [], ['+ /1: "b"']],
  ['one of equal elements less', ['a', 'a', 'a'], ['a', 'a'], [], ['- /2: "a"']],
  ['a changed element in place', ['a', 'b', 'c'], ['a', 'x', 'c'], [], ['~ /1: "b" → "x"']],
  [
    'a member of an element',
    [
      { a: 1, b: 1 },
      { a: 2, b: 1 },
    ],
    [
      { a: 1, b: 1 },
      { a: 2, b: 9 },
    ],
    [],
    ['~ /1/b: 1 → 9'],
  ],
  ['elements with nothing in common', [{ a: 1 }], [{ b: 2 }], [], ['- /0: {"a":1}', '+ /0: {"b":2}']],
  ['a moved element of an ordered list', ['a', 'b', 'c'], ['b', 'c', 'a'], [], ['- /0: "a"', '+ /2: "a"']],
  ['a shuffle of an unordered list', ['a', 'b', 'c'], ['c', 'a', 'b'], [''], []],
  [
    'an element with a name, wherever it stands',
    {
      t: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '2' },
      ],
    },
    {
      t: [
        { Key: 'b', Value: '3' },
        { Key: 'a', Value: '1' },
      ],
    },
    ['/t'],
    ['~ /t/1/Value: "2" → "3"'],
  ],
  [
    'a renamed element is another one',
    [{ Id: 'a', x: 1 }],
    [{ Id: 'b', x: 1 }],
    [],
    ['- /0: {"Id":"a","x":1}', '+ /0: {"Id":"b","x":1}'],
  ],
  [
    'names that repeat are no names',
    [
      { Key: 'a', x: 1 },
      { Key: 'a', x: 2 },
    ],
    [{ Key: 'a', x: 2 }],
    [],
    ['- /0: {"Key":"a","x":1}'],
  ],
  [
    'lists in elements of an unordered list',
    {
      r: [
        { Id: 'z', l: ['2', '1'] },
        { Id: 'a', l: [] },
      ],
    },
    {
      r: [
        { Id: 'a', l: [] },
        { Id: 'z', l: ['1', '3', '2'] },
      ],
    },
    ['/r', '/r/*/l'],
    ['+ /r/1/l/2: "3"'],
  ],
  [
    'a rule of a security group',
    { IpPermissions: [{ FromPort: 22, IpRanges: [{ CidrIp: '10.0.0.0/8' }], ToPort: 22 }] },
    {
      IpPermissions: [
        { FromPort: 22, IpRanges: [{ CidrIp: '10.0.0.0/8' }, { CidrIp: '0.0.0.0/0' }], ToPort: 22 },
      ],
    },
    ['/IpPermissions', '/IpPermissions/*/IpRanges'],
    ['+ /IpPermissions/0/IpRanges/0: {"CidrIp":"0.0.0.0/0"}'],
  ],
];

test.each(cases)('%s', (...[, before, after, unordered, lines]) => {
  expect(renderChanges(diffJson(before, after, { unordered })).split('\n')).toEqual(
    lines.length === 0 ? [''] : lines,
  );
});

test('a list of 20,000 of which all but the order of two differs', () => {
  const before = Array.from({ length: 20_000 }, (_, index) => ({ n: index, text: `rule ${index}` }));
  const after = before.toSpliced(10, 1).toSpliced(15_000, 1);
  expect(diffJson(before, after).map((change) => change.path)).toEqual(['/10', '/15001']);
});

const anyJson = fc
  .jsonValue({ maxDepth: 4, depthSize: 'small', stringUnit: 'grapheme-ascii' })
  .map((value) => value as JsonValue);
/** Two values that have much in common. */
const related = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<JsonValue[]>(0, 1, 'a', 'b', null, true),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'Id', 'Key', '0'), tie('value'), { maxKeys: 3 }),
  ),
})).value;
const pair = fc.oneof(fc.tuple(anyJson, anyJson), fc.tuple(related, related));
const settings = { seed: 91, numRuns: 1000 };

describe('for any two values', () => {
  test('there is a change exactly when they are not canonically equal', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom([], [''], ['/*'], ['', '/*']), ([before, after], unordered) => {
        const equal =
          canonicalText(canonicalize(before, unordered)) === canonicalText(canonicalize(after, unordered));
        expect(diffJson(before, after, { unordered }).length === 0).toBe(equal);
        expect(diffJson(before, before, { unordered })).toEqual([]);
      }),
      settings,
    );
  });

  test('each change shows what stands at its path', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom([], ['', '/*', '/*/*']), ([before, after], unordered) => {
        const old = canonicalize(before, unordered);
        const new_ = canonicalize(after, unordered);
        const changes = diffJson(before, after, { unordered });
        const shown = changes.map((change) => (change.kind === 'removed' ? change.before : change.after));
        const there = changes.map((change) => getAt(change.kind === 'removed' ? old : new_, change.path));
        expect(JSON.stringify(there)).toBe(JSON.stringify(shown));
      }),
      settings,
    );
  });

  test('made to the first, the changes give the second', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const applied = apply(canonicalize(before), diffJson(before, after));
        expect(canonicalText(applied)).toBe(canonicalText(after));
      }),
      settings,
    );
  });

  test('there is one line for each change', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const changes = diffJson(before, after);
        const lines = renderChanges(changes).split('\n').filter(Boolean);
        expect(lines.map((line) => line[0])).toEqual(
          changes.map((change) => ({ added: '+', removed: '-', changed: '~' })[change.kind]),
        );
      }),
      settings,
    );
  });
});

/** The oracle: removes from the end, then adds and changes from the start. */
function apply(before: JsonValue, changes: readonly Change[]): JsonValue {
  const root = { value: structuredClone(before) };
  const removed = changes
    .filter((change) => change.kind === 'removed')
    .toSorted(byPath)
    .toReversed();
  for (const change of removed)
    edit(root, change.path, (parent, key) => {
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
    });
  for (const change of changes.filter((one) => one.kind !== 'removed').toSorted(byPath)) {
    edit(root, change.path, (parent, key) => {
      if (Array.isArray(parent) && change.kind === 'added') parent.splice(Number(key), 0, change.after);
      else
        Object.defineProperty(parent, key, {
          value: change.after,
          enumerable: true,
          configurable: true,
          writable: true,
        });
    });
  }
  return root.value;
}

type Container = Record<string, JsonValue> | JsonValue[];

function edit(
  root: { value: JsonValue },
  path: string,
  change: (parent: Container, key: string) => void,
): void {
  const segments = ['value', ...parsePointer(path)];
  const parent = segments.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(at as object, key), root);
  change(parent as Container, segments.at(-1) ?? '');
}

function byPath(a: Change, b: Change): number {
  const [left, right] = [parsePointer(a.path), parsePointer(b.path)];
  for (const [index, segment] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (segment === other) continue;
    const numbers = Number(segment) - Number(other);
    return Number.isNaN(numbers) || numbers === 0 ? (segment < other ? -1 : 1) : numbers;
  }
  return -1;
}
