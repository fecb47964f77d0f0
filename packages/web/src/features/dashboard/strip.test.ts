/** The strip of unknown checks: the days of the chart, its own proportion, no bar where none is known. */
import { expect, it } from 'vitest';
import { chartOf } from './bars.ts';
import { stripOf } from './strip.ts';

const day = (unknown: number) => ({
  at: '2026-11-23T00:00:00Z',
  open: { critical: 1, high: 0, medium: 0, low: 0, informational: 0 },
  score: 0,
  opened: 0,
  closed: 0,
  unknown,
});

const size = { width: 340, height: 30 };

it('has bars in proportion, and none of a day of which none is known', () => {
  expect(stripOf([day(0), day(10), day(20)], size).map(({ y, height }) => [y, height])).toEqual([
    [15, 15],
    [0, 30],
  ]);
});

it('shows one unknown check beside thousands', () => {
  expect(stripOf([day(1), day(5_000)], size)[0]).toMatchObject({ y: 25, height: 5 });
});

it('stands under the same days as the chart', () => {
  const days = [day(3), day(4), day(5)];
  const placeOf = ({ x, width }: { readonly x: number; readonly width: number }) => [x, width];
  expect(stripOf(days, size).map(placeOf)).toEqual(chartOf(days, size).bars.map(placeOf));
});

it('is empty where no check is unknown', () => {
  expect(stripOf([day(0), day(0)], size)).toEqual([]);
});
