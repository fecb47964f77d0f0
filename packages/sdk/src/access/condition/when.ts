/** Conditions on the time: whether an entry holds from now on for ever, or never again. */
import type { ConditionEntry, OperatorName } from '../policy/parse-condition.ts';

export type Truth = 'always' | 'never' | 'depends';

/** `now`: milliseconds since the epoch. Only what time alone settles is settled; everything else depends. */
export function truthFromNowOn({ operator, key, values }: ConditionEntry, now: number): Truth {
  if (operator === undefined || values === undefined || operator.quantifier !== undefined) return 'depends';
  if (key !== 'aws:currenttime' && key !== 'aws:epochtime') return 'depends';
  const times = values.map(timeOf);
  if (times.some((time) => Number.isNaN(time))) return 'depends';
  const isPast = (time: number) => time < now;
  if (ends.has(operator.name)) return times.every(isPast) ? 'never' : 'depends';
  return begins.has(operator.name) && times.some(isPast) ? 'always' : 'depends';
}

/**
 * The next moment at which time may settle one of the entries otherwise than now, or undefined. An entry counts a time as
 * past from the first millisecond after it.
 */
export function nextTurn(entries: readonly ConditionEntry[], now: number): number | undefined {
  const turns = entries
    .filter(({ key }) => key === 'aws:currenttime' || key === 'aws:epochtime')
    .flatMap(({ values }) => (values ?? []).map((value) => Math.floor(timeOf(value)) + 1))
    .filter((turn) => turn > now);
  return turns.length === 0 ? undefined : Math.min(...turns);
}

/** Hold no more once the time is past. */
const ends: ReadonlySet<OperatorName> = new Set([
  'DateLessThan',
  'DateLessThanEquals',
  'DateEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericEquals',
]);

/** Hold for ever once the time is past. */
const begins: ReadonlySet<OperatorName> = new Set([
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
]);

/** `Date.parse` alone reads a year into many a text that is no date. */
const iso = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** A date of ISO 8601, or seconds since the epoch; four digits are a year. */
function timeOf(value: string): number {
  if (/^-?\d+(?:\.\d+)?$/.test(value) && !/^\d{4}$/.test(value)) return Number(value) * 1_000;
  const [, date, clock = '', zone = 'Z'] = iso.exec(value) ?? [];
  if (date === undefined) return Number.NaN;
  return Date.parse(clock === '' ? date : `${date}${clock}${zone}`);
}
