/** A moment as the demo counts: which season, how far into it, which minute. */

export const minute = 60_000;
export const day = 1440 * minute;

/** Thirteen weeks: the stories of a season come back in the next one, on the same days of the week. */
export const season = 91 * day;

/** A Monday, in UTC. Seasons are counted from here in both directions. */
const firstSeason = Date.UTC(2026, 0, 5);

export type Moment = {
  /** Milliseconds since the epoch, of the last full minute: nothing happens within one. */
  readonly now: number;
  /** Number of the season. */
  readonly season: number;
  /** When the season began, in milliseconds since the epoch. */
  readonly begun: number;
  /** Milliseconds since then. */
  readonly into: number;
};

export function momentOf(time: number): Moment {
  const now = Math.floor(time / minute) * minute;
  const number = Math.floor((now - firstSeason) / season);
  const begun = seasonBegin(number);
  return { now, season: number, begun, into: now - begun };
}

/** In milliseconds since the epoch. */
export function seasonBegin(number: number): number {
  return firstSeason + number * season;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** How far into a season it is, such as the Friday of its third week at 18:40: `intoSeason(3, 'Fri', '18:40')`. */
export function intoSeason(week: number, weekday: (typeof weekdays)[number], clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return ((week - 1) * 7 + weekdays.indexOf(weekday)) * day + (hours * 60 + minutes) * minute;
}

/** As AWS writes moments. */
export function isoOf(time: number): string {
  return new Date(time).toISOString();
}

/** The start of the day that lies that many days before the moment. */
export function daysBefore({ now }: Moment, days: number): string {
  return isoOf((Math.floor(now / day) - days) * day);
}
