/** Sets of actions: what the facts know as bits, what they do not know as patterns. */
import { containsPattern, hasWildcard, patternsOverlap } from '../pattern/wildcard.ts';
import { type IamAction, iamFacts } from './iam-facts.ts';
import { placesOf } from './match-actions.ts';

export type ActionSet = {
  /** One bit for each action of the facts, in their order. */
  readonly known: Uint32Array;
  /** Patterns, in lower case, that match no action of the facts: new or misspelt ones. */
  readonly unknown: readonly string[];
  /** Patterns whose known actions are told by the bits: an unknown action that they match is in the set too. */
  readonly wide: readonly string[];
  /** When given, every action that the facts do not know is in the set, but for those that these patterns match. */
  readonly othersBut?: readonly string[];
};

/** The actions that some of the patterns match, in any letter case: `s3:Get*`, `*`. */
export function actionsMatching(patterns: readonly string[]): ActionSet {
  const [first, ...rest] = patterns;
  if (first === undefined) return noActions();
  let set = expand(first.toLowerCase());
  for (const pattern of rest) set = union(set, expand(pattern.toLowerCase()));
  return set;
}

/** Every action but those that the patterns match. */
export function actionsBut(patterns: readonly string[]): ActionSet {
  const { known, unknown, wide, othersBut } = actionsMatching(patterns);
  const complement = known.map((word) => ~word);
  trim(complement);
  return othersBut === undefined
    ? { known: complement, unknown: [], wide: [], othersBut: [...unknown, ...wide] }
    : { known: complement, unknown: [], wide: [] };
}

export function union(a: ActionSet, b: ActionSet): ActionSet {
  const known = a.known.map((word, at) => word | (b.known[at] ?? 0));
  const both = { known, unknown: merged(a.unknown, b.unknown), wide: merged(a.wide, b.wide) };
  const others = a.othersBut ?? b.othersBut;
  if (others === undefined) return both;
  // What is left out of one of them is left out of both only when the other does not hold any of it.
  const other = a.othersBut === undefined ? a : b;
  return { ...both, othersBut: others.filter((pattern) => !mayHold(other, pattern)) };
}

/** What is in `a` and not in `b`. Of what the facts do not know, only what is certainly in `b` is taken away. */
export function subtract(a: ActionSet, b: ActionSet): ActionSet {
  if (areDisjoint(a, b)) return a;
  const known = a.known.slice();
  for (let at = 0; at < known.length; at += 1) known[at] = (known[at] ?? 0) & ~(b.known[at] ?? 0);
  const unknown = a.unknown.filter((pattern) => !certainlyHolds(b, pattern));
  const wide = a.wide.filter((pattern) => !mayHold(b, pattern));
  const { othersBut } = a;
  if (othersBut === undefined) return { known, unknown, wide };
  if (b.othersBut === undefined) {
    return { known, unknown, wide, othersBut: merged(othersBut, [...b.unknown, ...b.wide]) };
  }
  const left = b.othersBut.filter((pattern) => !othersBut.some((out) => containsPattern(out, pattern)));
  return { known, unknown: merged(unknown, left), wide };
}

/** Whether it is certain, and quickly seen, that nothing is in both: most sets are of different services. */
export function areDisjoint(a: ActionSet, b: ActionSet): boolean {
  if (a.othersBut !== undefined || b.othersBut !== undefined) return false;
  for (let at = 0; at < a.known.length; at += 1)
    if (((a.known[at] ?? 0) & (b.known[at] ?? 0)) !== 0) return false;
  return ![...a.unknown, ...a.wide].some((pattern) => mayHold(b, pattern));
}

/** What is in both. Of what the facts do not know, what may be in both is kept. */
export function intersect(a: ActionSet, b: ActionSet): ActionSet {
  const known = a.known.slice();
  for (let at = 0; at < known.length; at += 1) known[at] = (known[at] ?? 0) & (b.known[at] ?? 0);
  const unknown = merged(
    a.unknown.filter((pattern) => mayHold(b, pattern)),
    b.unknown.filter((pattern) => mayHold(a, pattern)),
  );
  const wide = merged(
    a.wide.filter((pattern) => certainlyHolds(b, pattern)),
    b.wide.filter((pattern) => certainlyHolds(a, pattern)),
  );
  if (a.othersBut === undefined || b.othersBut === undefined) return { known, unknown, wide };
  return { known, unknown, wide, othersBut: merged(a.othersBut, b.othersBut) };
}

export function isEmpty(set: ActionSet): boolean {
  return set.unknown.length === 0 && set.othersBut === undefined && set.known.every((word) => word === 0);
}

/** Whether everything in `inner` is certainly in `outer`. */
export function covers(outer: ActionSet, inner: ActionSet): boolean {
  return isEmpty(subtract(inner, outer));
}

/** Whether the set holds the action, given in any letter case. */
export function holdsAction(set: ActionSet, action: string): boolean {
  return covers(set, actionsMatching([action]));
}

/** The known actions of the set, in the facts' order. */
export function knownActions(set: ActionSet): readonly IamAction[] {
  const { actions } = iamFacts();
  const found: IamAction[] = [];
  for (const [word, bits] of set.known.entries()) {
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      const action = actions[word * 32 + (31 - Math.clz32(rest & -rest))];
      if (action !== undefined) found.push(action);
    }
  }
  return found;
}

export function noActions(): ActionSet {
  return { known: emptyBits(), unknown: [], wide: [] };
}

const remembered = new Map<string, ActionSet>();
const mostRemembered = 4_000;

/** Policies use the same few patterns over and over. */
function expand(pattern: string): ActionSet {
  const before = remembered.get(pattern);
  if (before !== undefined) return before;
  if (remembered.size >= mostRemembered) remembered.clear();
  const set = expandAnew(pattern);
  remembered.set(pattern, set);
  return set;
}

function expandAnew(pattern: string): ActionSet {
  if (containsPattern(pattern, '*:*')) return { known: everyBit(), unknown: [], wide: [], othersBut: [] };
  const places = placesOf(pattern);
  if (places.length === 0) return { known: emptyBits(), unknown: [pattern], wide: [] };
  const known = emptyBits();
  for (const place of places) known[place >>> 5] = (known[place >>> 5] ?? 0) | (1 << (place & 31));
  return { known, unknown: [], wide: hasWildcard(pattern) ? [pattern] : [] };
}

function certainlyHolds(set: ActionSet, pattern: string): boolean {
  if ([...set.unknown, ...set.wide].some((outer) => containsPattern(outer, pattern))) return true;
  return set.othersBut !== undefined && !set.othersBut.some((out) => patternsOverlap(out, pattern));
}

function mayHold(set: ActionSet, pattern: string): boolean {
  if ([...set.unknown, ...set.wide].some((other) => patternsOverlap(other, pattern))) return true;
  return set.othersBut !== undefined && !set.othersBut.some((out) => containsPattern(out, pattern));
}

function merged(a: readonly string[], b: readonly string[]): readonly string[] {
  if (b.length === 0) return a;
  return a.length === 0 ? b : [...new Set([...a, ...b])];
}

function emptyBits(): Uint32Array {
  return new Uint32Array(Math.ceil(iamFacts().actions.length / 32));
}

function everyBit(): Uint32Array {
  const known = emptyBits().fill(0xffff_ffff);
  trim(known);
  return known;
}

/** No bit stands beyond the last action. */
function trim(known: Uint32Array): void {
  const used = iamFacts().actions.length & 31;
  const last = known.length - 1;
  if (used !== 0) known[last] = (known[last] ?? 0) & ((1 << used) - 1);
}
