/** The functions of CEL that IAM conditions use. */
import { parseDuration, parseTime, partOfTime } from './time.ts';
import { bool, unknown, type Value } from './value.ts';

/** `on` is what stands before the dot. What is not known here comes to nothing known. */
export function call(name: string, on: Value | undefined, args: readonly Value[]): Value {
  if (on === undefined) return made(name, args);
  if (on.kind === 'text') return askedOfText(name, on.value, args);
  if (on.kind === 'time') return askedOfTime(name, on.value, args);
  return unknown;
}

/** Times and lengths of time from their text. */
function made(name: string, [text, ...rest]: readonly Value[]): Value {
  if (text?.kind !== 'text' || rest.length > 0) return unknown;
  if (name === 'timestamp') return parseTime(text.value);
  if (name === 'date') return parseTime(`${text.value}T00:00:00Z`);
  return name === 'duration' ? parseDuration(text.value) : unknown;
}

function askedOfText(name: string, text: string, [part, ...rest]: readonly Value[]): Value {
  if (part?.kind !== 'text' || rest.length > 0) return unknown;
  if (name === 'startsWith') return bool(text.startsWith(part.value));
  if (name === 'endsWith') return bool(text.endsWith(part.value));
  return name === 'contains' ? bool(text.includes(part.value)) : unknown;
}

function askedOfTime(name: string, time: number, [zone, ...rest]: readonly Value[]): Value {
  if (rest.length > 0) return unknown;
  if (zone === undefined) return partOfTime(time, name, '');
  return zone.kind === 'text' ? partOfTime(time, name, zone.value) : unknown;
}
