/** Points and lengths of time in CEL. */
import { unknown, type Value } from './value.ts';

const stamp = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}:\d{2})(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;

/** A time as RFC 3339 writes it, else unknown. */
export function parseTime(text: string): Value {
  const [, date, clock, fraction = '', zone = ''] = stamp.exec(text) ?? [];
  if (date === undefined || clock === undefined) return unknown;
  const local = Date.parse(`${date}T${clock}Z`);
  // Dates such as 30 February roll over in JavaScript; they are no dates.
  if (Number.isNaN(local) || !new Date(local).toISOString().startsWith(`${date}T${clock}`)) return unknown;
  const offset = parseZone(zone);
  if (offset === undefined) return unknown;
  return { kind: 'time', value: local - offset + Number(fraction === '' ? 0 : `0${fraction}`) * 1_000 };
}

/** A length such as `1h30m` or `3600s`, else unknown. */
export function parseDuration(text: string): Value {
  const [, sign = '', body = ''] = /^([+-]?)((?:\d+(?:\.\d+)?(?:h|ms|m|s))+)$/.exec(text) ?? [];
  if (body === '') return unknown;
  let total = 0;
  for (const [, amount = '', unit = ''] of body.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g))
    total += Number(amount) * (milliseconds[unit] ?? 0);
  return { kind: 'duration', value: sign === '-' ? -total : total };
}

/**
 * A part of a time, such as the hour, in UTC or at a fixed distance from it. Zones by name change with the law and are
 * unknown here.
 * Source: https://github.com/google/cel-spec/blob/master/doc/langdef.md#list-of-standard-definitions
 */
export function partOfTime(time: number, part: string, zone: string): Value {
  const offset = parseZone(zone);
  const read = parts.get(part);
  if (offset === undefined || read === undefined) return unknown;
  const date = new Date(time + offset);
  return Number.isNaN(date.getTime()) ? unknown : { kind: 'number', value: read(date) };
}

const milliseconds: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };

const parts: ReadonlyMap<string, (date: Date) => number> = new Map<string, (date: Date) => number>([
  ['getFullYear', (date) => date.getUTCFullYear()],
  ['getMonth', (date) => date.getUTCMonth()],
  ['getDate', (date) => date.getUTCDate()],
  ['getDayOfMonth', (date) => date.getUTCDate() - 1],
  ['getDayOfWeek', (date) => date.getUTCDay()],
  ['getDayOfYear', (date) => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0)) / 86_400_000)],
  ['getHours', (date) => date.getUTCHours()],
  ['getMinutes', (date) => date.getUTCMinutes()],
  ['getSeconds', (date) => date.getUTCSeconds()],
  ['getMilliseconds', (date) => date.getUTCMilliseconds()],
]);

function parseZone(zone: string): number | undefined {
  if (['', 'Z', 'z', 'UTC'].includes(zone)) return 0;
  const [, sign, hours, minutes] = /^([+-]?)(\d{2}):(\d{2})$/.exec(zone) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const distance = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -distance : distance;
}
