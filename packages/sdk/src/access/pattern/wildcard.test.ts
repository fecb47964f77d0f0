/** What patterns match, contain and share. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { containsPattern, matchesPattern, patternsOverlap, readEscapes, widestPattern } from './wildcard.ts';

it.each([
  ['*', '', true],
  ['s3:get*', 's3:getobject', true],
  ['s3:get*', 's3:putobject', false],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['*a*b*', 'xxaxxb', true],
  ['*a*b', 'ab-', false],
  [readEscapes('a${*}'), 'ab', false],
])('%s matches %s: %s', (pattern, text, expected) => {
  expect(matchesPattern(pattern, text)).toBe(expected);
});

it.each([
  ['*', 'a*', true],
  ['a*', 'ab*', true],
  ['ab*', 'a*', false],
  ['a?', 'a*', false],
  ['a*', 'a?', true],
  ['?*', '*?', true],
  ['arn:aws:s3:::logs/*', 'arn:aws:s3:::logs/2026/*', true],
  ['arn:aws:s3:::logs/*', 'arn:aws:s3:::logs', false],
])('%s contains %s: %s', (outer, inner, expected) => {
  expect(containsPattern(outer, inner)).toBe(expected);
});

it.each([
  ['a*', '*b', true],
  ['a*', 'b*', false],
  ['a?c', 'ab*', true],
  ['logs-*', 'logs', false],
])('%s and %s share a text: %s', (a, b, expected) => {
  expect(patternsOverlap(a, b)).toBe(expected);
  expect(patternsOverlap(b, a)).toBe(expected);
});

it('a variable may stand for anything, an escape for itself', () => {
  expect(widestPattern('home/${aws:username}/*')).toBe('home/*/*');
  expect(matchesPattern(readEscapes('${?}'), 'x')).toBe(false);
});

const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 });
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

it('what is contained matches nothing more, and what both match is shared', () => {
  const holds = fc.property(pattern, pattern, text, (a, b, word) => {
    const [inA, inB] = [matchesPattern(a, word), matchesPattern(b, word)];
    return (!(inA && inB) || patternsOverlap(a, b)) && (!(containsPattern(a, b) && inB) || inA);
  });
  expect(fc.check(holds, { seed: 20261128, numRuns: 5_000 }).failed).toBe(false);
});
