/** Which element of one list is which element of another: by identity where they have one, otherwise by equal text. */
import { isJsonObject, type JsonValue } from './value.ts';

/** Indices of one element in both lists; undefined where it is not. */
export type ElementPair = { readonly before: number | undefined; readonly after: number | undefined };

export type Matching = {
  /** Whether order means something: then a moved element is another one. */
  readonly ordered: boolean;
  readonly textOf: (value: JsonValue) => string;
};

/** Members that name an element among its siblings, the surest first. */
const identityMembers = [
  'Id',
  'ID',
  'id',
  'Arn',
  'Sid',
  'Key',
  'key',
  'Name',
  'name',
  'GroupId',
  'CidrIp',
  'CidrIpv6',
];

/** Every element of both lists exactly once, in the order of `after`, with removed ones where they were. Near linear in time. */
export function matchElements(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  matching: Matching,
): readonly ElementPair[] {
  const identity = identityMember([before, after]);
  const labelOf = (value: JsonValue): string => {
    const label = identity !== undefined && isJsonObject(value) ? value[identity] : undefined;
    return typeof label === 'string' ? label : matching.textOf(value);
  };
  const candidates = pairEqual(before.map(labelOf), after.map(labelOf));
  const anchors = matching.ordered ? increasing(candidates) : candidates;
  const lists = { before, after, textOf: matching.textOf };
  if (identity !== undefined) return withRest(anchors, lists);
  return matching.ordered
    ? fillGaps(anchors, lists)
    : withRest([...anchors, ...similar(anchors, lists)], lists);
}

/** The first member that every element of each list has, as a string that no sibling shares. */
function identityMember(lists: readonly (readonly JsonValue[])[]): string | undefined {
  return identityMembers.find((name) =>
    lists.every((list) => {
      const names = list.map((element) => (isJsonObject(element) ? element[name] : undefined));
      return names.every((value) => typeof value === 'string') && new Set(names).size === names.length;
    }),
  );
}

type Anchor = { readonly before: number; readonly after: number };

/** Pairs the n-th of a label with the n-th of the same label, in the order of `after`. */
function pairEqual(before: readonly string[], after: readonly string[]): readonly Anchor[] {
  const waiting = new Map<string, number[]>();
  for (const [index, label] of before.entries()) {
    const indices = waiting.get(label);
    if (indices === undefined) waiting.set(label, [index]);
    else indices.push(index);
  }
  for (const indices of waiting.values()) indices.reverse();
  return after.flatMap((label, index) => {
    const match = waiting.get(label)?.pop();
    return match === undefined ? [] : [{ before: match, after: index }];
  });
}

/** The longest run of pairs that keeps the order on both sides: what was not moved. */
function increasing(pairs: readonly Anchor[]): readonly Anchor[] {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, pair] of pairs.entries()) {
    const length = lowerBound(tails, (tail) => (pairs[tail]?.before ?? 0) < pair.before);
    previous.push(length === 0 ? undefined : tails[length - 1]);
    tails[length] = index;
  }
  const kept: Anchor[] = [];
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) {
    const pair = pairs[at];
    if (pair !== undefined) kept.push(pair);
  }
  return kept.reverse();
}

function lowerBound(list: readonly number[], isBelow: (element: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(list[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Lists = {
  readonly before: readonly JsonValue[];
  readonly after: readonly JsonValue[];
  readonly textOf: (value: JsonValue) => string;
};

/** Between two anchors, as many removed as added elements of a kind are the same ones, changed. */
function fillGaps(anchors: readonly Anchor[], lists: Lists): readonly ElementPair[] {
  const pairs: ElementPair[] = [];
  let next = { before: 0, after: 0 };
  for (const anchor of [...anchors, { before: lists.before.length, after: lists.after.length }]) {
    const old = range(next.before, anchor.before);
    const new_ = range(next.after, anchor.after);
    const alike = old.length === new_.length && old.every((index, n) => isAlike(lists, index, new_[n] ?? 0));
    if (alike) pairs.push(...old.map((index, n) => ({ before: index, after: new_[n] })));
    else pairs.push(...old.map(onlyBefore), ...new_.map(onlyAfter));
    if (anchor.before < lists.before.length) pairs.push(anchor);
    next = { before: anchor.before + 1, after: anchor.after + 1 };
  }
  return pairs;
}

function isAlike(lists: Lists, before: number, after: number): boolean {
  const old = lists.before[before];
  const new_ = lists.after[after];
  if (!isJsonObject(old) || !isJsonObject(new_))
    return typeof old === typeof new_ && Array.isArray(old) === Array.isArray(new_);
  return likeness(membersOf(old, lists), membersOf(new_, lists)) > 0;
}

/** More comparisons than this are not worth a nicer difference. */
const maxComparisons = 10_000;

/** Of the unmatched objects of an unordered list, those that have at least half of their members in common, the likest first. */
function similar(anchors: readonly Anchor[], lists: Lists): readonly Anchor[] {
  const { old, added } = unmatched(anchors, lists);
  if (old.length * added.length > maxComparisons) return [];
  const oldMembers = new Map(old.map((index) => [index, membersOf(lists.before[index], lists)]));
  const pairs = added.flatMap((after) => {
    const members = membersOf(lists.after[after], lists);
    return old.map((before) => ({ before, after, score: likeness(oldMembers.get(before), members) }));
  });
  const taken = { before: new Set<number>(), after: new Set<number>() };
  return pairs
    .filter((pair) => pair.score >= 0.5)
    .sort((a, b) => b.score - a.score)
    .filter((pair) => {
      if (taken.before.has(pair.before) || taken.after.has(pair.after)) return false;
      taken.before.add(pair.before);
      taken.after.add(pair.after);
      return true;
    });
}

function membersOf(value: JsonValue | undefined, lists: Lists): ReadonlySet<string> | undefined {
  if (!isJsonObject(value)) return undefined;
  return new Set(Object.entries(value).map(([key, member]) => `${key}\0${lists.textOf(member)}`));
}

/** The share of equal members, 0 for what is no object. */
function likeness(old: ReadonlySet<string> | undefined, new_: ReadonlySet<string> | undefined): number {
  if (old === undefined || new_ === undefined || old.size + new_.size === 0) return 0;
  return old.intersection(new_).size / Math.max(old.size, new_.size);
}

function unmatched(
  anchors: readonly Anchor[],
  lists: Lists,
): { readonly old: readonly number[]; readonly added: readonly number[] } {
  const old = new Set(anchors.map((anchor) => anchor.before));
  const added = new Set(anchors.map((anchor) => anchor.after));
  return {
    old: range(0, lists.before.length).filter((index) => !old.has(index)),
    added: range(0, lists.after.length).filter((index) => !added.has(index)),
  };
}

function withRest(anchors: readonly Anchor[], lists: Lists): readonly ElementPair[] {
  const { old, added } = unmatched(anchors, lists);
  const inOrder = anchors
    .toSorted((a, b) => a.after - b.after)
    .map(({ before, after }) => ({ before, after }));
  return [...inOrder, ...old.map(onlyBefore), ...added.map(onlyAfter)];
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
}

function onlyBefore(index: number): ElementPair {
  return { before: index, after: undefined };
}

function onlyAfter(index: number): ElementPair {
  return { before: undefined, after: index };
}
