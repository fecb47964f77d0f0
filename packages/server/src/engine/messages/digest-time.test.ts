/** Daily digests by the receiver's clock, also on the days when it is put forward and back. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeOfDay, nextDigest } from './digest-time.ts';
import { zonedParts } from './zoned-time.ts';

function next(after: string, at: string, timeZone = 'Europe/Berlin'): string {
  return nextDigest(new Date(after), { at, timeZone }).toISOString();
}

describe('the next digest', () => {
  it.each([
    ['later today', '2026-11-20T05:00:00Z', '08:00', 'Europe/Berlin', '2026-11-20T07:00:00.000Z'],
    [
      'tomorrow, when it is just over',
      '2026-11-20T07:00:00Z',
      '08:00',
      'Europe/Berlin',
      '2026-11-21T07:00:00.000Z',
    ],
    [
      'today there, though it is yesterday here',
      '2026-11-20T20:00:00Z',
      '08:00',
      'Pacific/Auckland',
      '2026-11-21T19:00:00.000Z',
    ],
    [
      'by a zone of three quarters',
      '2026-11-20T00:00:00Z',
      '08:00',
      'Asia/Kathmandu',
      '2026-11-20T02:15:00.000Z',
    ],
    ['over the turn of the year', '2026-12-31T23:30:00Z', '00:00', 'UTC', '2027-01-01T00:00:00.000Z'],
  ])('is %s', (...[, after, at, zone, expected]) => {
    expect(next(after, at, zone)).toBe(expected);
  });

  it('stays at the same time of day when summer time begins', () => {
    expect(next('2026-03-28T07:00:00Z', '08:00')).toBe('2026-03-29T06:00:00.000Z');
    expect(next('2026-03-29T06:00:00Z', '08:00')).toBe('2026-03-30T06:00:00.000Z');
  });

  it('stays at the same time of day when summer time ends', () => {
    expect(next('2026-10-24T06:00:00Z', '08:00')).toBe('2026-10-25T07:00:00.000Z');
    expect(next('2026-10-25T07:00:00Z', '08:00')).toBe('2026-10-26T07:00:00.000Z');
  });

  it('is an hour later where the clock jumps over its time', () => {
    expect(next('2026-03-28T01:30:00Z', '02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(zonedParts(new Date('2026-03-29T01:30:00Z'), 'Europe/Berlin')).toMatchObject({
      hour: 3,
      minute: 30,
    });
    expect(next('2026-03-29T01:30:00Z', '02:30')).toBe('2026-03-30T00:30:00.000Z');
  });

  it('comes once where the clock shows its time twice', () => {
    expect(next('2026-10-24T00:30:00Z', '02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(next('2026-10-25T00:30:00Z', '02:30')).toBe('2026-10-26T01:30:00.000Z');
  });

  it('comes where a country skips a whole day', () => {
    expect(next('2011-12-29T18:00:00Z', '08:00', 'Pacific/Apia')).toBe('2011-12-30T18:00:00.000Z');
  });

  it('comes on every day of the receiver once, in any zone and at any time', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'America/Santiago',
      'UTC',
    ];
    const time = fc
      .integer({ min: 0, max: 24 * 60 - 1 })
      .map(
        (minute) =>
          `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
      );
    const start = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...zones), time, start, (timeZone, at, first) => {
        const days: number[] = [];
        for (let moment = first, count = 0; count < 400; count += 1) {
          moment = nextDigest(moment, { at, timeZone });
          const { year, month, day } = zonedParts(moment, timeZone);
          days.push(Date.UTC(year, month - 1, day) / 86_400_000);
        }
        const steps = new Set(days.slice(1).map((day, index) => day - (days[index] ?? 0)));
        expect(steps).toEqual(new Set([1]));
      }),
      { numRuns: 30, seed: 7 },
    );
  });
});

it.each([
  ['00:00', true],
  ['23:59', true],
  ['24:00', false],
  ['8:00', false],
  ['08:60', false],
  ['08:00:00', false],
])('%s is a time of day: %s', (text, expected) => {
  expect(isTimeOfDay(text)).toBe(expected);
});
