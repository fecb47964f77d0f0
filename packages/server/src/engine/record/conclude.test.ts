import { describe, expect, it } from 'vitest';
import { type Conclusion, type Confirmation, conclude, isDrop } from './conclude.ts';

const since = new Date('2026-01-01T00:00:00.000Z');

describe('conclude', () => {
  const table: readonly [
    string,
    Confirmation,
    { again?: boolean; held?: boolean; gone?: boolean },
    Conclusion,
  ][] = [
    ['confirmed gone', 'gone', {}, 'delete'],
    ['confirmed gone in a drop', 'gone', { held: true }, 'delete'],
    ['still there', 'there', {}, 'present'],
    ['still there, missing before', 'there', { again: true }, 'present'],
    ['unclear the first time', 'unclear', {}, 'mark'],
    ['unclear again', 'unclear', { again: true }, 'wait'],
    ['absent once', 'unasked', {}, 'mark'],
    ['absent twice', 'unasked', { again: true }, 'delete'],
    ['absent once in a drop', 'unasked', { held: true }, 'mark'],
    ['absent twice in a drop', 'unasked', { again: true, held: true }, 'wait'],
    ['known to be gone', 'unasked', { gone: true }, 'delete'],
  ];
  it.each(table)('%s', (...[, confirmation, { again = false, held = false, gone = false }, conclusion]) => {
    const missing = { id: 'i', missingSince: again ? since : null, knownGone: gone };
    expect(conclude(missing, confirmation, held)).toBe(conclusion);
  });
});

describe('isDrop', () => {
  it.each([
    [2, 2, false],
    [3, 3, true],
    [3, 10, false],
    [4, 10, true],
    [30, 100, false],
    [31, 100, true],
    [0, 0, false],
  ])('%i of %i missing: %s', (missing, active, drop) => {
    expect(isDrop(missing, active)).toBe(drop);
  });
});
