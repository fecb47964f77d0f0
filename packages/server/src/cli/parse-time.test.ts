/** Times as people type them. */
import { expect, it } from 'vitest';
import { parseTime } from './parse-time.ts';

const now = new Date('2026-06-15T12:00:00.000Z');

it.each([
  ['2026-11-01', 'past', '2026-11-01T00:00:00.000Z'],
  ['2026-11-01T10:30', 'past', '2026-11-01T10:30:00.000Z'],
  ['2026-11-01 10:30:05Z', 'past', '2026-11-01T10:30:05.000Z'],
  ['2026-11-01T10:30+02:00', 'past', '2026-11-01T08:30:00.000Z'],
  ['30d', 'past', '2026-05-16T12:00:00.000Z'],
  ['12h', 'future', '2026-06-16T00:00:00.000Z'],
] as const)('%s in the %s is %s', (text, direction, expected) => {
  expect(parseTime(text, { option: '--until', now, direction }).toISOString()).toBe(expected);
});

it.each(['tomorrow', '2026-13-01', '2026-1-1', '5', '', '30m'])('%j is refused', (text) => {
  expect(() => parseTime(text, { option: '--until', now, direction: 'future' })).toThrow(
    /is no time that --until understands/,
  );
});
