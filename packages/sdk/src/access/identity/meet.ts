/** What several patterns of ARNs have in common, as one pattern. */
import { contains } from './quick-pattern.ts';

const parts = 6;

/** One pattern, or none where it cannot be told: each part of the ARN must be narrowest in one of the patterns. */
export function meetOf(patterns: readonly string[]): readonly string[] {
  const whole = patterns.filter((pattern) => pattern !== '*').map(splitArn);
  if (whole.length < 2 || whole.some((split) => split.length < parts)) return [];
  const narrowest: string[] = [];
  for (let at = 0; at < parts; at += 1) {
    const candidates = whole.map((split) => split[at] ?? '');
    const part = candidates.find((one) => candidates.every((other) => contains(other, one)));
    if (part === undefined) return [];
    narrowest.push(part);
  }
  return [narrowest.join(':')];
}

/** The last part holds all further colons. */
function splitArn(pattern: string): readonly string[] {
  const split = pattern.split(':');
  return [...split.slice(0, parts - 1), ...(split.length < parts ? [] : [split.slice(parts - 1).join(':')])];
}
