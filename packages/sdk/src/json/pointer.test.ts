/** JSON pointers: RFC 6901's own examples, patterns, and changes without mutation. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPointer, getAt, isWithin, matchPattern, parsePointer, withAt, without } from './pointer.ts';
import type { JsonValue } from './value.ts';

const rfc: JsonValue = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
};

test.each<[string, JsonValue | undefined]>([
  ['', rfc],
  ['/foo', ['bar', 'baz']],
  ['/foo/0', 'bar'],
  ['/', 0],
  ['/a~1b', 1],
  ['/c%d', 2],
  ['/e^f', 3],
  ['/k"l', 6],
  ['/ ', 7],
  ['/m~0n', 8],
  ['/foo/2', undefined],
  ['/foo/01', undefined],
  ['/foo/-', undefined],
  ['/foo/length', undefined],
  ['/foo/0/x', undefined],
  ['/toString', undefined],
  ['/none/at/all', undefined],
])('getAt %s', (pointer, expected) => {
  expect(getAt(rfc, pointer)).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  ['', []],
  ['/', ['']],
  ['/a//b', ['a', '', 'b']],
  ['/~01/~10', ['~1', '/0']],
])('parsePointer %s', (pointer, segments) => {
  expect(parsePointer(pointer)).toEqual(segments);
  expect(formatPointer(segments)).toBe(pointer);
});

test('text without a leading slash is no pointer', () => {
  expect(() => parsePointer('a/b')).toThrow('must start with "/"');
});

test('formatting and parsing are inverse', () => {
  const segments = fc.array(fc.oneof(fc.string(), fc.constantFrom('~', '/', '~1', '')));
  fc.assert(
    fc.property(segments, (list) => {
      expect(parsePointer(formatPointer(list))).toEqual(list);
    }),
    { seed: 7, numRuns: 300 },
  );
});

describe('withAt', () => {
  test.each<[string, JsonValue, string, JsonValue]>([
    ['replaces the whole', 1, '', 2],
    ['replaces a member', { a: 1, b: 2 }, '/a', { a: 'new', b: 2 }],
    ['adds a member', { a: 1 }, '/b', { a: 1, b: 'new' }],
    ['makes objects on the way', {}, '/a/b', { a: { b: 'new' } }],
    ['replaces an element', { a: [1, 2] }, '/a/1', { a: [1, 'new'] }],
    ['appends by index', [1], '/1', [1, 'new']],
    ['appends by dash', [1], '/-', [1, 'new']],
    ['adds a member named __proto__', {}, '/__proto__', JSON.parse('{"__proto__":"new"}')],
  ])('%s', (...[, value, pointer, expected]) => {
    const result = withAt(value, pointer, pointer === '' ? 2 : 'new');
    expect(JSON.stringify(result)).toBe(JSON.stringify(expected));
  });

  test.each<[string, JsonValue, string]>([
    ['through a string', { a: 'x' }, '/a/b'],
    ['through null', { a: null }, '/a/b'],
    ['past the end of a list', [1], '/5'],
    ['at a name in a list', [1], '/x'],
  ])('throws %s', (_, value, pointer) => {
    expect(() => withAt(value, pointer, 1)).toThrow(/Nothing can be placed|is no index/);
  });
});

describe('without', () => {
  test.each<[string, JsonValue, string, JsonValue]>([
    ['a member', { a: 1, b: 2 }, '/a', { b: 2 }],
    ['a deep member', { a: { b: [{ c: 1, d: 2 }] } }, '/a/b/0/c', { a: { b: [{ d: 2 }] } }],
    ['an element', [1, 2, 3], '/1', [1, 3]],
  ])('%s', (...[, value, pointer, expected]) => {
    const before = structuredClone(value);
    expect(without(value, pointer)).toEqual(expected);
    expect(value).toEqual(before);
  });

  test('nothing there: the same value', () => {
    const value = { a: { b: 1 } };
    expect(without(value, '/a/c')).toBe(value);
    expect(without(value, '/x/y')).toBe(value);
  });

  test('the whole value stays', () => {
    expect(() => without({ a: 1 }, '')).toThrow('cannot be left out');
  });
});

describe('matchPattern', () => {
  const value = { a: [{ x: 1 }, { x: 2, y: 3 }], b: { 'p/q': { x: 4 } }, '*': 5 };
  test.each<[string, readonly string[]]>([
    ['', ['']],
    ['/a', ['/a']],
    ['/a/*/x', ['/a/0/x', '/a/1/x']],
    ['/*/*/x', ['/a/0/x', '/a/1/x', '/b/p~1q/x']],
    ['/a/1/*', ['/a/1/x', '/a/1/y']],
    ['/a/7', []],
    ['/a/0/x/*', []],
    ['/none/*', []],
  ])('%s', (pattern, pointers) => {
    expect(matchPattern(value, pattern)).toEqual(pointers);
  });

  test('every match is a pointer to something', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom('/*', '/*/*', '/*/*/*'), (json, pattern) => {
        const found = matchPattern(json as JsonValue, pattern);
        expect(found.every((pointer) => getAt(json as JsonValue, pointer) !== undefined)).toBe(true);
        expect(new Set(found).size).toBe(found.length);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

test.each<[string, string, boolean]>([
  ['/a', '/a', true],
  ['/a/b', '/a', true],
  ['/ab', '/a', false],
  ['/a', '/a/b', false],
  ['/a', '', true],
  ['', '', true],
])('isWithin %s %s', (pointer, ancestor, expected) => {
  expect(isWithin(pointer, ancestor)).toBe(expected);
});
