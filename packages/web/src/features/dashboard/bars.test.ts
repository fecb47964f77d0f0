/** The chart: heights are in proportion, and nothing stands above the plot. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { chartOf, niceTop } from './bars.ts';

const day = (critical: number, low: number) => ({
  at: '2026-11-23T00:00:00Z',
  open: { critical, high: 0, medium: 0, low, informational: 0 },
  score: 0,
  opened: 0,
  closed: 0,
  unknown: 0,
});

it('stacks the gravest at the bottom', () => {
  const { bars } = chartOf([day(100, 300)], { width: 140, height: 118 });
  expect(bars.map(({ severity, y, height }) => [severity, y, height])).toEqual([
    ['critical', 75, 23.5],
    ['low', 0, 73.5],
  ]);
});

it.each([
  [1, 4],
  [9, 10],
  [249, 400],
  [401, 600],
  [1_000, 1_000],
])('above %d the axis ends at %d', (most, top) => {
  expect(niceTop(most)).toBe(top);
});

it('never draws outside the plot', () => {
  const count = fc.integer({ min: 0, max: 100_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 90 }), (counts) => {
      const { bars } = chartOf(
        counts.map(([critical, low]) => day(critical, low)),
        { width: 800, height: 200 },
      );
      expect(
        bars.every(({ x, y, width, height }) => x >= 40 && x + width <= 801 && y >= -0.001 && height > 0),
      ).toBe(true);
    }),
    { seed: 5 },
  );
});
