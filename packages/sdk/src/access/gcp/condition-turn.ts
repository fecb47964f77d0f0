/** When the answer of a condition on the time may change. */
import { parseDuration, parseTime } from './cel/time.ts';

const minute = 60_000;
const hour = 3_600_000;

/**
 * The next moment after `now` (milliseconds since the epoch) at which the expression may hold otherwise than now by the passing
 * of time; undefined when there is none. It may name moments at which nothing changes.
 */
export function nextTurnOfCondition(expression: string, now: number): number | undefined {
  if (!/\brequest\.time\b/.test(expression)) return undefined;
  const times = valuesOf(expression, /\b(?:timestamp|date)\(\s*["']([^"']*)["']\s*\)/g, timeOf);
  const lengths = valuesOf(expression, /\bduration\(\s*["']([^"']*)["']\s*\)/g, lengthOf);
  const moved = times.flatMap((time) => [
    time,
    ...lengths.flatMap((length) => [time + length, time - length]),
  ]);
  // `<` turns at the moment itself, `<=` right after it.
  const turns = moved.flatMap((time) => [Math.floor(time), Math.floor(time) + 1]);
  const steps = stepsOf(expression).map((step) => (Math.floor(now / step) + 1) * step);
  const later = [...turns, ...steps].filter((time) => time > now);
  return later.length === 0 ? undefined : Math.min(...later);
}

/** Hours and days begin with a full minute everywhere, and with a full hour in UTC. */
function stepsOf(expression: string): readonly number[] {
  if (/\.get(?:Seconds|Milliseconds)\(/.test(expression)) return [1];
  if (/\.get\w+\(\s*["']|\.getMinutes\(/.test(expression)) return [minute];
  return /\.get\w+\(/.test(expression) ? [hour] : [];
}

function timeOf(text: string): number | undefined {
  const value = parseTime(text.length === 10 ? `${text}T00:00:00Z` : text);
  return value.kind === 'time' ? value.value : undefined;
}

function lengthOf(text: string): number | undefined {
  const value = parseDuration(text);
  return value.kind === 'duration' ? value.value : undefined;
}

function valuesOf(
  expression: string,
  pattern: RegExp,
  read: (text: string) => number | undefined,
): readonly number[] {
  return [...expression.matchAll(pattern)].flatMap(([, text = '']) => read(text) ?? []);
}
