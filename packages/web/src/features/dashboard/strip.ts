/** Where the bars of unknown checks stand: the days of the chart above, and a height of their own. */
import { columnOf, slotOf } from './bars.ts';
import type { Day } from './dashboard-queries.ts';

export type StripBar = {
  readonly day: Day;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Low enough to leave the rest its proportion, high enough to show the hatch. */
const lowest = 5;

/** A day on which none is known to have been unknown has no bar. */
export function stripOf(
  days: readonly Day[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly StripBar[] {
  const most = mostOf(days);
  const slot = slotOf(days, width);
  return days.flatMap((day, index) => {
    if (day.unknown === 0) return [];
    const tall = Math.max(lowest, (day.unknown / most) * height);
    return [{ day, ...columnOf(index, slot), y: height - tall, height: tall }];
  });
}

export function mostOf(days: readonly Day[]): number {
  return Math.max(0, ...days.map(({ unknown }) => unknown));
}
