/** Whether a Deny is about everything that a grant is about. */
import {
  containsPattern,
  hasVariable,
  patternsOverlap,
  readEscapes,
  widestPattern,
} from '../pattern/wildcard.ts';
import type { Selection } from '../policy/statement.ts';

/** A statement without a resource is about the resource that the policy is on, whatever its name. */
export const everyResource: Selection = { but: false, patterns: ['*'] };

/**
 * Whether the Deny's resources certainly hold all of the grant's. A variable of the Deny may stand for anything, so a pattern
 * with one covers nothing; one of the grant is read as widely as it may be meant.
 */
export function coversResource(deny: Selection, granted: Selection): boolean {
  const allowed = granted.patterns.map(widestPattern);
  if (!deny.but)
    return denyHolds(deny.patterns.filter((pattern) => !hasVariable(pattern)).map(readEscapes), granted);
  const left = deny.patterns.map(widestPattern);
  if (!granted.but) return allowed.every((one) => !left.some((pattern) => patternsOverlap(pattern, one)));
  // Of everything but A, everything but D is denied: nothing is left when D lies inside A.
  const out = granted.patterns.filter((pattern) => !hasVariable(pattern)).map(readEscapes);
  return left.every((pattern) => out.some((outer) => containsPattern(outer, pattern)));
}

function denyHolds(patterns: readonly string[], granted: Selection): boolean {
  if (granted.but) return patterns.some((pattern) => containsPattern(pattern, '*'));
  return granted.patterns
    .map(widestPattern)
    .every((one) => patterns.some((pattern) => containsPattern(pattern, one)));
}
