/** Where the bars of the chart stand: days across, severities stacked from the gravest up. */
import { type Severity, severities } from '../../words/severity.ts';
import type { Day } from './dashboard-queries.ts';

export type Bar = {
  readonly severity: Severity;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Chart = {
  readonly bars: readonly Bar[];
  /** Heights of the lines of the grid, with their numbers. */
  readonly lines: readonly { readonly y: number; readonly value: number }[];
  readonly labels: readonly { readonly x: number; readonly day: Day }[];
};

type Size = { readonly width: number; readonly height: number };

export const left = 40;
const bottom = 18;
const gap = 1.5;
const labelWidth = 60;

export function chartOf(days: readonly Day[], { width, height }: Size): Chart {
  const plot = height - bottom;
  const top = niceTop(Math.max(1, ...days.map((day) => total(day))));
  const slot = slotOf(days, width);
  const every = Math.max(1, Math.ceil(labelWidth / slot));
  return {
    bars: days.flatMap((day, index) => stack(day, { ...columnOf(index, slot), plot, top })),
    lines: [0, 1, 2, 3, 4].map((step) => ({ value: (top / 4) * step, y: plot - (plot / 4) * step })),
    labels: days.flatMap((day, index) =>
      (days.length - 1 - index) % every === 0 ? [{ x: left + (index + 0.5) * slot, day }] : [],
    ),
  };
}

/** How wide a day is. */
export function slotOf(days: readonly Day[], width: number): number {
  return (width - left) / Math.max(1, days.length);
}

/** Where a day's bar stands, and how wide it is: the same in every chart of days. */
export function columnOf(index: number, slot: number): { readonly x: number; readonly width: number } {
  return { x: left + index * slot + slot * 0.1, width: slot * 0.8 };
}

export function total({ open }: Pick<Day, 'open'>): number {
  return severities.reduce((sum, severity) => sum + open[severity], 0);
}

type Place = { readonly x: number; readonly width: number; readonly plot: number; readonly top: number };

function stack(day: Day, { x, width, plot, top }: Place): readonly Bar[] {
  const bars: Bar[] = [];
  let y = plot;
  for (const severity of severities) {
    const whole = (day.open[severity] / top) * plot;
    if (whole === 0) continue;
    y -= whole;
    bars.push({ severity, x, y, width, height: Math.max(0.75, whole - gap) });
  }
  return bars;
}

/** A round number above, divisible by four. */
export function niceTop(most: number): number {
  const step = 10 ** Math.floor(Math.log10(most));
  const factor = [1, 2, 4, 6, 8, 10].find((times) => times * step >= most) ?? 10;
  return Math.max(4, factor * step);
}
