/** The structural difference between two JSON values: what was added, removed and changed, and where. */
import { canonicalize, canonicalText } from './canonical.ts';
import { matchElements } from './match-elements.ts';
import { below, type PatternTree, patternTree } from './pattern-tree.ts';
import { escapeSegment } from './pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './value.ts';

/** One difference. `path` points into the value that it shows: into `before` when something was removed, otherwise into `after`. */
export type Change =
  | { readonly path: string; readonly kind: 'added'; readonly after: JsonValue }
  | { readonly path: string; readonly kind: 'removed'; readonly before: JsonValue }
  | {
      readonly path: string;
      readonly kind: 'changed';
      readonly before: JsonValue;
      readonly after: JsonValue;
    };

type Place = { readonly before: string; readonly after: string; readonly tree: PatternTree | undefined };

/**
 * The changes that lead from one value to another; none exactly when both are canonically equal. Both are made canonical
 * first, and paths point into that form. Elements of lists are matched by what they are, not where they stand: one element
 * less is one change. A moved element of an ordered list is removed and added.
 */
export function diffJson(
  before: JsonValue,
  after: JsonValue,
  options: { readonly unordered?: readonly string[] } = {},
): readonly Change[] {
  const changes: Change[] = [];
  const place = { before: '', after: '', tree: patternTree(options.unordered) };
  compare(canonicalize(before, options.unordered), canonicalize(after, options.unordered), {
    place,
    changes,
  });
  return changes;
}

/** The changes for a person, one a line: `+ /a: 1`, `- /a: 1`, `~ /a: 1 → 2`. */
export function renderChanges(changes: readonly Change[]): string {
  return changes.map(renderChange).join('\n');
}

function renderChange(change: Change): string {
  const path = change.path === '' ? '/' : change.path;
  if (change.kind === 'added') return `+ ${path}: ${JSON.stringify(change.after)}`;
  if (change.kind === 'removed') return `- ${path}: ${JSON.stringify(change.before)}`;
  return `~ ${path}: ${JSON.stringify(change.before)} → ${JSON.stringify(change.after)}`;
}

type At = { readonly place: Place; readonly changes: Change[] };

function compare(before: JsonValue, after: JsonValue, at: At): void {
  if (before === after) return;
  if (isJsonObject(before) && isJsonObject(after)) return compareObjects(before, after, at);
  if (isList(before) && isList(after)) return compareLists(before, after, at);
  // Equal values of one type are equal objects, lists or the same primitive: the rest differs.
  at.changes.push({ path: at.place.after, kind: 'changed', before, after });
}

function compareObjects(before: JsonObject, after: JsonObject, at: At): void {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  for (const key of keys) {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    const new_ = Object.hasOwn(after, key) ? after[key] : undefined;
    member(old, new_, { place: step(at.place, key, key), changes: at.changes });
  }
}

function member(before: JsonValue | undefined, after: JsonValue | undefined, at: At): void {
  if (before === undefined) {
    if (after !== undefined) at.changes.push({ path: at.place.after, kind: 'added', after });
    return;
  }
  if (after === undefined) at.changes.push({ path: at.place.before, kind: 'removed', before });
  else compare(before, after, at);
}

function compareLists(before: readonly JsonValue[], after: readonly JsonValue[], at: At): void {
  const ordered = at.place.tree?.ends !== true;
  for (const pair of matchElements(before, after, { ordered, textOf: canonicalText })) {
    const { before: old, after: new_ } = pair;
    member(old === undefined ? undefined : before[old], new_ === undefined ? undefined : after[new_], {
      place: step(at.place, String(old ?? new_), String(new_ ?? old)),
      changes: at.changes,
    });
  }
}

function step(place: Place, before: string, after: string): Place {
  return {
    before: `${place.before}/${escapeSegment(before)}`,
    after: `${place.after}/${escapeSegment(after)}`,
    tree: below(place.tree, after),
  };
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
