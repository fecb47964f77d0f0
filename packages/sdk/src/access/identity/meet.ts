/** What several patterns of ARNs have in common, as one pattern. */
import { contains, splitArn } from './quick-pattern.ts';

/** One pattern, or none where it cannot be told: each part of the ARN must be narrowest in one of the patterns. */
export function meetOf(patterns: readonly string[]): readonly string[] {
  const whole = patterns.filter((pattern) => pattern !== '*').map(splitArn);
  const [first] = whole;
  if (first === undefined || whole.length < 2) return [];
  const narrowest: string[] = [];
  for (const at of first.keys()) {
    const candidates = whole.map((split) => split?.[at]);
    const part = candidates.find(
      (one) => one !== undefined && candidates.every((other) => holds(other, one)),
    );
    if (part === undefined) return [];
    narrowest.push(part);
  }
  return [narrowest.join(':')];
}

function holds(outer: string | undefined, inner: string): boolean {
  return outer !== undefined && contains(outer, inner);
}
