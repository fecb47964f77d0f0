/** Globs: stars, what stands between them, and the neighbour that does not match. */
import { describe, expect, it } from 'vitest';
import { matchesGlob } from './glob.ts';

describe('a glob', () => {
  it.each<readonly [string, string, boolean]>([
    ['prod', 'prod', true],
    ['prod', 'prod2', false],
    ['prod', 'aprod', false],
    ['prod-*', 'prod-eu', true],
    ['prod-*', 'prod-', true],
    ['prod-*', 'prod', false],
    ['*-eu', 'prod-eu', true],
    ['*-eu', 'prod-eu2', false],
    ['a*b*c', 'a-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['a*a', 'a', false],
    ['ab*ba', 'aba', false],
    ['*', '', true],
    ['**', 'x', true],
    ['', '', true],
    ['', 'x', false],
    ['a.c', 'abc', false],
    ['a?c', 'abc', false],
    ['arn:aws:s3:::logs-*', 'arn:aws:s3:::logs-2026', true],
    ['arn:aws:s3:::logs-*', 'arn:aws:s3:::log', false],
  ])('%j on %j: %j', (pattern, text, expected) => {
    expect(matchesGlob(pattern, text)).toBe(expected);
  });

  it('of many stars ends on a long text that almost matches', () => {
    expect(matchesGlob(`${'a*'.repeat(500)}b`, 'a'.repeat(100_000))).toBe(false);
  });
});
