/** Times as people read them: near, today, this month, long ago; across zones and the change of clocks. */
import { describe, expect, it } from 'vitest';
import { age, type Clock, dayWords, exactly, instant, instantWithTime } from './time.ts';

const berlin: Clock = { now: new Date('2026-11-23T08:14:00Z'), zone: 'Europe/Berlin' };
const minutes = (count: number): number => count * 60_000;

describe('instant', () => {
  it.each([
    ['2026-11-23T08:13:40Z', 'just now'],
    ['2026-11-23T08:05:00Z', '9 min ago'],
    ['2026-11-23T07:14:01Z', '59 min ago'],
    ['2026-11-23T07:14:00Z', 'today 08:14'],
    ['2026-11-22T23:30:00Z', 'today 00:30'],
    ['2026-11-22T22:30:00Z', 'Sun 22 Nov 23:30'],
    ['2026-11-20T17:42:00Z', 'Fri 20 Nov 18:42'],
    ['2026-10-24T08:14:00Z', 'Sat 24 Oct 10:14'],
    ['2026-10-24T08:13:00Z', '24 Oct 2026'],
    ['2026-09-03T10:00:00Z', '3 Sep 2026'],
    ['2026-11-23T08:26:30Z', 'in 12 min'],
    ['2026-11-23T20:00:00Z', 'today 21:00'],
    ['2027-01-31T12:00:00Z', '31 Jan 2027'],
  ])('%s is %s', (at, words) => {
    expect(instant(new Date(at), berlin)).toBe(words);
  });

  it('has the time of day where it is asked for', () => {
    expect(instantWithTime(new Date('2026-03-03T09:20:00Z'), berlin)).toBe('3 Mar 2026 10:20');
    expect(instantWithTime(new Date('2026-11-20T17:42:00Z'), berlin)).toBe('Fri 20 Nov 18:42');
  });

  it('of a day leaves the time out', () => {
    expect(dayWords(new Date('2026-11-14T01:10:00Z'), berlin)).toBe('Sat 14 Nov');
    expect(dayWords(new Date('2026-11-23T01:10:00Z'), berlin)).toBe('today');
  });

  it('is told exactly with its zone and in UTC', () => {
    expect(exactly(new Date('2026-11-20T17:42:09Z'), 'Europe/Berlin')).toBe(
      'Fri 20 Nov 2026 18:42:09 Europe/Berlin · 2026-11-20 17:42:09 UTC',
    );
    expect(exactly(new Date('2026-11-20T17:42:09Z'), 'UTC')).toBe('2026-11-20 17:42:09 UTC');
  });
});

describe('age', () => {
  it.each([
    [0, 'under 1 min'],
    [minutes(9), '9 min'],
    [minutes(182), '3 h 02 min'],
    [minutes(360), '6 h'],
    [minutes(62 * 60), '2 d 14 h'],
    [minutes(14 * 24 * 60 - 1), '13 d 23 h'],
    [minutes(14 * 24 * 60 + 60), '14 d'],
    [minutes(82 * 24 * 60), '82 d'],
    [-5, 'under 1 min'],
  ])('of %d ms is %s', (span, words) => {
    expect(age(span)).toBe(words);
  });
});
