/** Times as people read them. */
import { describe, expect, it } from 'vitest';
import { isTimeZone, timesIn } from './zoned-time.ts';

const berlin = timesIn('Europe/Berlin');
const at = (text: string): Date => new Date(text);

describe('times in a zone', () => {
  it('are written alike', () => {
    const moment = at('2026-09-04T22:05:09Z');
    expect([berlin.time(moment), berlin.day(moment), berlin.moment(moment)]).toEqual([
      '00:05',
      'Sat 5 Sep',
      'Sat 5 Sep 2026, 00:05',
    ]);
  });

  it.each([
    ['2026-11-20T17:40:00Z', '2026-11-20T17:52:00Z', 'Fri 20 Nov 2026, 18:40 to 18:52'],
    ['2026-11-20T17:40:00Z', '2026-11-20T17:40:30Z', 'Fri 20 Nov 2026, 18:40'],
    ['2026-11-20T22:40:00Z', '2026-11-20T23:10:00Z', 'Fri 20 Nov 2026, 23:40 to Sat 21 Nov 2026, 00:10'],
    ['2025-11-20T17:40:00Z', '2026-11-20T17:40:00Z', 'Thu 20 Nov 2025, 18:40 to Fri 20 Nov 2026, 18:40'],
  ])('the span from %s to %s', (from, to, text) => {
    expect(berlin.span(at(from), at(to))).toBe(text);
  });

  it.each([
    ['2026-11-20T07:00:00Z', '08:00'],
    ['2026-11-19T07:00:00Z', 'Thu 08:00'],
    ['2026-11-10T07:00:00Z', '10 Nov 08:00'],
  ])('%s, seen from the 20th', (moment, text) => {
    expect(berlin.near(at(moment), at('2026-11-20T17:40:00Z'))).toBe(text);
  });
});

it('knows which zones there are', () => {
  expect([isTimeZone('Europe/Berlin'), isTimeZone('UTC'), isTimeZone('Mars/Olympus')]).toEqual([
    true,
    true,
    false,
  ]);
});
