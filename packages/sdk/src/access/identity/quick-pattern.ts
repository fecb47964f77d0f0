/** The two questions about patterns, ended early where the literal beginnings decide: ARNs differ there most of the time. */
import { containsPattern, patternsOverlap } from '../pattern/wildcard.ts';

/** As `patternsOverlap`. */
export function overlap(a: string, b: string): boolean {
  if (a === '*' || b === '*') return true;
  const length = Math.min(literalLength(a), literalLength(b));
  return a.slice(0, length) === b.slice(0, length) && patternsOverlap(a, b);
}

/** As `containsPattern`. */
export function contains(outer: string, inner: string): boolean {
  if (outer === '*') return true;
  const length = literalLength(outer);
  return inner.startsWith(outer.slice(0, length)) && containsPattern(outer, inner);
}

function literalLength(pattern: string): number {
  for (let at = 0; at < pattern.length; at += 1) if (pattern[at] === '*' || pattern[at] === '?') return at;
  return pattern.length;
}
