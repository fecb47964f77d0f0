/** Canonical JSON: what is equal has equal text, and nothing else has. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalize, canonicalText } from './canonical.ts';
import type { JsonValue } from './value.ts';

const seed = 20_261;

/** What providers' libraries return beyond JSON. */
const beyond = (value: unknown): JsonValue => value as JsonValue;

describe('canonicalText', () => {
  const cases: readonly (readonly [string, JsonValue, string])[] = [
    [
      'sorts keys at every depth',
      { b: 1, a: { d: [{ z: 1, y: 2 }], c: null } },
      '{"a":{"c":null,"d":[{"y":2,"z":1}]},"b":1}',
    ],
    ['sorts keys by code unit', { ä: 1, z: 2, Z: 3, a: 4 }, '{"Z":3,"a":4,"z":2,"ä":1}'],
    ['puts index-like keys first, in order', { 10: 1, 9: 2, '01': 3 }, '{"9":2,"10":1,"01":3}'],
    ['keeps the order of lists', [3, 1, 2], '[3,1,2]'],
    ['keeps numbers, booleans and null', [0, 1.5, 1e21, true, false, null], '[0,1.5,1e+21,true,false,null]'],
    ['has one zero', [-0, 0], '[0,0]'],
    ['keeps empty values apart', [{}, [], '', null], '[{},[],"",null]'],
    ['leaves out undefined members', beyond({ a: undefined, b: 1 }), '{"b":1}'],
    ['makes undefined elements null', beyond([undefined, 1]), '[null,1]'],
    ['makes undefined alone null', beyond(undefined), 'null'],
    ['leaves out functions and symbols', beyond({ a: () => 1, b: Symbol('x'), c: 1 }), '{"c":1}'],
    ['writes dates as ISO', beyond({ at: new Date(0) }), '{"at":"1970-01-01T00:00:00.000Z"}'],
    [
      'writes dates of other zones as UTC',
      beyond(new Date('2024-01-01T01:00:00+01:00')),
      '"2024-01-01T00:00:00.000Z"',
    ],
    ['does not throw on a date that is none', beyond(new Date(Number.NaN)), '"Invalid Date"'],
    ['writes bytes as base64', beyond({ b: new Uint8Array([1, 2, 255]) }), '{"b":"AQL/"}'],
    ['writes big integers as text', beyond(12345678901234567890n), '"12345678901234567890"'],
    [
      'writes non-finite numbers as text',
      [Number.NaN, Infinity, -Infinity],
      '["NaN","Infinity","-Infinity"]',
    ],
    [
      'writes maps as objects',
      beyond(
        new Map([
          ['b', 1],
          ['a', 2],
        ]),
      ),
      '{"a":2,"b":1}',
    ],
    ['writes sets as sorted lists', beyond(new Set(['b', 'a'])), '["a","b"]'],
    ['asks toJSON', beyond(new URL('https://example.com/a')), '"https://example.com/a"'],
    [
      'takes members of other instances',
      beyond(
        new (class {
          b = 1;
          a = 2;
        })(),
      ),
      '{"a":2,"b":1}',
    ],
    [
      'takes objects without a prototype',
      Object.assign(Object.create(null), { b: 1, a: 2 }),
      '{"a":2,"b":1}',
    ],
    ['replaces NUL', { a: 'x\0y' }, '{"a":"x\u2400y"}'],
    [
      'replaces lone surrogates',
      ['\ud800', 'a\udc00b', '\ud83d\ude00'],
      '["\ufffd","a\ufffdb","\ud83d\ude00"]',
    ],
    ['repairs keys', { 'a\0': 1, '\ud800': 2 }, '{"a\u2400":1,"\ufffd":2}'],
    [
      'loses no member when repaired keys collide',
      { 'a\0': 1, 'a\u2400': 2 },
      '{"a\u2400":2,"a\u2400\u2400":1}',
    ],
    [
      'keeps a member named __proto__',
      JSON.parse('{"b":1,"__proto__":{"x":1}}'),
      '{"__proto__":{"x":1},"b":1}',
    ],
    [
      'keeps control characters and literal escapes',
      ['\u0001', String.raw`\u0000`],
      String.raw`["\u0001","\\u0000"]`,
    ],
  ];

  test.each(cases)('%s', (_, value, text) => {
    expect(canonicalText(value)).toBe(text);
    expect(canonicalText(canonicalize(value))).toBe(text);
    expect(JSON.stringify(canonicalize(value))).toBe(text);
  });
});

describe('unordered lists', () => {
  const cases: readonly (readonly [string, JsonValue, readonly string[], JsonValue])[] = [
    ['sorts a declared list', { a: [3, 1, 2] }, ['/a'], { a: [1, 2, 3] }],
    ['leaves others in order', { a: [3, 1], b: [3, 1] }, ['/a'], { a: [1, 3], b: [3, 1] }],
    ['keeps repetitions', ['b', 'a', 'b'], [''], ['a', 'b', 'b']],
    ['sorts by canonical text', [{ b: 1, a: 2 }, { a: 1 }], [''], [{ a: 1 }, { a: 2, b: 1 }]],
    [
      'sorts inner lists first',
      { a: [{ x: ['2', '1'] }, { x: ['1', '0'] }] },
      ['/a', '/a/*/x'],
      { a: [{ x: ['0', '1'] }, { x: ['1', '2'] }] },
    ],
    [
      'takes * for any key',
      { a: { p: [2, 1] }, b: { p: [2, 1], q: [2, 1] } },
      ['/*/p'],
      { a: { p: [1, 2] }, b: { p: [1, 2], q: [2, 1] } },
    ],
    [
      'joins * with a name',
      { a: { p: [2, 1], q: [2, 1] } },
      ['/*/p', '/a/q'],
      { a: { p: [1, 2], q: [1, 2] } },
    ],
    ['passes over what is no list', { a: 'x', b: { c: 1 } }, ['/a', '/b', '/b/c/d'], { a: 'x', b: { c: 1 } }],
    ['unescapes pointers', { 'a/b': { '~': [2, 1] } }, ['/a~1b/~0'], { 'a/b': { '~': [1, 2] } }],
  ];

  test.each(cases)('%s', (...[, value, unordered, expected]) => {
    expect(canonicalize(value, unordered)).toEqual(expected);
  });
});

test('returns what is canonical already as it is', () => {
  const value = canonicalize({ b: [{ d: 1, c: 'x' }], a: null, x: 'y' }, ['/b']);
  expect(canonicalize(value, ['/b'])).toBe(value);
});

test('does not change its argument', () => {
  const value = Object.freeze({ b: Object.freeze([2, 1]), a: 'x\0' });
  expect(canonicalize(value, ['/b'])).toEqual({ a: 'x\u2400', b: [1, 2] });
  expect(value).toEqual({ b: [2, 1], a: 'x\0' });
});

test('takes values nested 1,000 deep', () => {
  let value: JsonValue = 1;
  for (let depth = 0; depth < 1000; depth += 1) value = depth % 2 === 0 ? [value] : { b: value, a: 1 };
  expect(canonicalize(canonicalize(value))).toEqual(canonicalize(value));
  expect(canonicalText(value)).toHaveLength(7001);
});

test('sorts objects with many keys', () => {
  const keys = Array.from({ length: 100 }, (_, index) => `k${(index * 37) % 100}`);
  const value = Object.fromEntries(keys.map((key) => [key, 1]));
  expect(Object.keys(canonicalize(value) ?? {})).toEqual(keys.toSorted());
});

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\0', '\ud800', 'a\udfff', '__proto__', '1', '10', '9'),
);
const anyJson = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false, 0, -0, Number.NaN),
    fc.double(),
    anyText,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(anyText, tie('value')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;

/** The same value with its keys in another order. */
function reorder(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reorder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reorder(member)]),
  );
}

describe('for any value', () => {
  test('canonicalising twice is canonicalising once', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const once = canonicalize(value, ['', '/*', '/*/*']);
        const twice = canonicalize(once, ['', '/*', '/*/*']);
        expect(JSON.stringify(twice)).toBe(JSON.stringify(once));
      }),
      { seed, numRuns: 500 },
    );
  });

  test('the order of keys means nothing', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonicalText(reorder(value))).toBe(canonicalText(value));
      }),
      { seed, numRuns: 500 },
    );
  });

  test('text and value agree, survive JSON and can be stored', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = canonicalText(value);
        expect(JSON.stringify(canonicalize(value))).toBe(text);
        expect(canonicalText(JSON.parse(text) as JsonValue)).toBe(text);
        expect(text.isWellFormed()).toBe(true);
        expect(/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i.test(text)).toBe(false);
      }),
      { seed, numRuns: 500 },
    );
  });

  test('a shuffle of a declared list means nothing, of another list everything', () => {
    const shuffled = fc
      .uniqueArray(anyJson, { minLength: 2, maxLength: 6, selector: canonicalText })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const text = (value: JsonValue, unordered: readonly string[]): string =>
          canonicalText(canonicalize(value, unordered));
        expect(text({ a: other }, ['/a'])).toBe(text({ a: list }, ['/a']));
        const same = list.every((element, index) => Object.is(element, other[index]));
        expect(text({ a: other }, ['/b']) === text({ a: list }, ['/b'])).toBe(same);
      }),
      { seed, numRuns: 500 },
    );
  });
});
