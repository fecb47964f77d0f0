/** Points in time as people write them: a day, a moment or an age. */
import { type AgeUnit, ageUnits, type Time } from './query.ts';

const day = /^[1-9]\d{3}-\d{2}-\d{2}$/;
const instant = /^([1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?$/;
const age = /^(\d{1,8})(min|h|d|w)$/;
const oldest = 36_525 * ageUnits.d;

/** Reads a time as a query has it; undefined when the text is none. */
export function parseTime(text: string): Time | undefined {
  const span = age.exec(text);
  if (span !== null) return parseAge(Number(span[1]), ageUnit(span[2]));
  if (day.test(text)) return isDay(text) ? { kind: 'day', day: text } : undefined;
  const moment = instant.exec(text);
  if (moment === null || !isDay(text.slice(0, 10))) return undefined;
  const milliseconds = Date.parse(`${moment[1]}${moment[2] ?? 'Z'}`);
  if (Number.isNaN(milliseconds)) return undefined;
  return { kind: 'instant', instant: new Date(milliseconds).toISOString() };
}

/** At most a century: beyond it the database has no dates. */
function parseAge(amount: number, unit: AgeUnit): Time | undefined {
  return amount * ageUnits[unit] <= oldest ? { kind: 'age', amount, unit } : undefined;
}

/** Whether the calendar has that day; `Date.parse` takes the 31st of any month. */
function isDay(text: string): boolean {
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
}

function ageUnit(text: string | undefined): AgeUnit {
  return Object.keys(ageUnits).find((unit): unit is AgeUnit => unit === text) ?? 'd';
}

/** The moment that is meant, for `--as-of` and the like: of a day, its beginning (UTC). */
export function momentOf(time: Time, now: Date): Date {
  if (time.kind === 'day') return new Date(`${time.day}T00:00:00.000Z`);
  if (time.kind === 'instant') return new Date(time.instant);
  return new Date(now.getTime() - time.amount * ageUnits[time.unit]);
}
