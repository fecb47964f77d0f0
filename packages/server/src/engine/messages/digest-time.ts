/** When a daily digest is due: at a time of day in the receiver's zone, once on every day of theirs. Pure. */
import { zonedParts } from './zoned-time.ts';

export type DigestTime = {
  /** `HH:MM` on a clock of 24 hours. */
  readonly at: string;
  readonly timeZone: string;
};

const day = 86_400_000;
const timeOfDay = /^([01][0-9]|2[0-3]):([0-5][0-9])$/;

export function isTimeOfDay(text: string): boolean {
  return timeOfDay.test(text);
}

/**
 * The first moment after the given one at which the clock there shows the time. Where the clock is put forward over the time,
 * that day's digest is as much later as the clock jumps; where it is put back and shows the time twice, the first one counts.
 */
export function nextDigest(after: Date, time: DigestTime): Date {
  const { year, month, day: today } = zonedParts(after, time.timeZone);
  // Yesterday there may still be to come here, and the day after tomorrow is needed where a country skips a day.
  const days = [-1, 0, 1, 2, 3].map((offset) => new Date(Date.UTC(year, month - 1, today + offset)));
  const moments = days.map((date) => momentOf(date, time));
  const next = moments.find((moment) => moment.getTime() > after.getTime());
  if (next === undefined)
    throw new RangeError(`There is no ${time.at} in ${time.timeZone} after ${after.toISOString()}`);
  return next;
}

/** The moment at which the clock shows the time on a day, given as its midnight in UTC. */
function momentOf(midnight: Date, { at, timeZone }: DigestTime): Date {
  const [, hours = '0', minutes = '0'] = timeOfDay.exec(at) ?? [];
  const shown = midnight.getTime() + (Number(hours) * 60 + Number(minutes)) * 60_000;
  const [before, after] = [offsetAt(shown - day, timeZone), offsetAt(shown + day, timeZone)];
  const candidates = [shown - Math.max(before, after), shown - Math.min(before, after)];
  const exact = candidates.find((moment) => moment + offsetAt(moment, timeZone) === shown);
  return new Date(exact ?? shown - before);
}

/** How far the clock there is ahead of UTC, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = zonedParts(new Date(moment), timeZone);
  const shown = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute);
  return shown - Math.floor(moment / 60_000) * 60_000;
}
