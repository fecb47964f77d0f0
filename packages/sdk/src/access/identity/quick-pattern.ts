/** The two questions about patterns of ARNs, ended early where the literal beginnings decide: most differ there. */
import { containsPattern, patternsOverlap } from '../pattern/wildcard.ts';

/**
 * Whether some ARN is matched by both. Patterns that have all parts of an ARN are compared part by part: text for text,
 * `…::*:user/*` and `…::*:role/*` would share a user whose name holds `:role/`, which no user's does.
 */
export function overlap(a: string, b: string): boolean {
  if (a === '*' || b === '*') return true;
  const length = Math.min(literalLength(a), literalLength(b));
  if (a.slice(0, length) !== b.slice(0, length)) return false;
  const [ofA, ofB] = [splitArn(a), splitArn(b)];
  if (ofA === undefined || ofB === undefined) return patternsOverlap(a, b);
  return ofA.every((part, at) => partsOverlap(part, ofB[at] ?? ''));
}

function partsOverlap(a: string, b: string): boolean {
  if (a === b || a === '*' || b === '*') return true;
  const length = Math.min(literalLength(a), literalLength(b));
  return a.slice(0, length) === b.slice(0, length) && patternsOverlap(a, b);
}

/** As `containsPattern`. */
export function contains(outer: string, inner: string): boolean {
  if (outer === '*') return true;
  const length = literalLength(outer);
  return inner.startsWith(outer.slice(0, length)) && containsPattern(outer, inner);
}

const parts = 6;

/**
 * The parts of an ARN, the last with all its colons. Undefined where a wildcard stands for several of them, as in
 * `arn:aws:lambda:*:function:x`: what stands in the account's place is no account then.
 */
export function splitArn(pattern: string): readonly string[] | undefined {
  return shapeOf(pattern).arn;
}

type Shape = { readonly arn: readonly string[] | undefined; readonly literal: number };

const remembered = new Map<string, Shape>();
const mostRemembered = 20_000;

/** The same few hundred kinds of resource are held against every pattern. */
function shapeOf(pattern: string): Shape {
  const before = remembered.get(pattern);
  if (before !== undefined) return before;
  if (remembered.size >= mostRemembered) remembered.clear();
  const wildcard = pattern.search(/[*?]/);
  const shape = { arn: readArn(pattern), literal: wildcard === -1 ? pattern.length : wildcard };
  remembered.set(pattern, shape);
  return shape;
}

function readArn(pattern: string): readonly string[] | undefined {
  const split = pattern.split(':');
  if (split.length < parts || !/^(?:[\d*?]*|aws|cloudfront)$/.test(split[4] ?? '')) return undefined;
  return [...split.slice(0, parts - 1), split.slice(parts - 1).join(':')];
}

function literalLength(pattern: string): number {
  return shapeOf(pattern).literal;
}
