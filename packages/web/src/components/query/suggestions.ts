/** What a term may be completed to: keys by their beginning, values by what stands in them. */
import type { Schema } from '../../api/client.ts';
import { quoted, term } from './query-text.ts';
import type { Place, TermAtCaret } from './term-at-caret.ts';

export type QueryKey = Schema<'QueryKey'>;

/** How often each value occurs among what is found. */
export type ValueCounts = {
  readonly atLeast: boolean;
  readonly facets: Readonly<
    Record<string, readonly { readonly value: string; readonly count: number }[] | undefined>
  >;
};

export type Suggestion = {
  /** What is put in the place of what stands there. */
  readonly text: string;
  readonly place: Place;
  readonly meaning: string;
  readonly count: number | undefined;
  /** A key still wants its value; everything else ends the term. */
  readonly kind: 'key' | 'value' | 'example';
};

export type Known = {
  readonly keys: readonly QueryKey[];
  /** Nothing before the first answer. */
  readonly counts: ValueCounts | undefined;
  /** Whether the counts are those of the rest of the query. */
  readonly isExact: boolean;
  /** What people call a value, such as the title of a check. */
  readonly titleOf: (key: string, value: string) => string;
};

const most = 8;
/** What is asked for most, for when nothing is typed. */
const commonest = [
  'account',
  'technology',
  'region',
  'severity',
  'status',
  'is',
  'tag',
  'check',
  'score',
  'changed',
];
const counted: ReadonlySet<string> = new Set(['account', 'technology', 'region', 'tag', 'check']);
/** Facets are named after their key but for this one. */
const facetOf = (key: string, counts: ValueCounts) => counts.facets[key === 'is' ? 'status' : key];
const sign = /^[a-z-]+(?<sign>>=|<=|>|<|:)/;

export function suggestionsFor(at: TermAtCaret, known: Known): readonly Suggestion[] {
  const found = at.isInKey ? keysFor(at, known.keys) : valuesFor(at, known);
  return found.slice(0, most);
}

function keysFor({ place, head, typed }: TermAtCaret, keys: readonly QueryKey[]): readonly Suggestion[] {
  const wanted = typed.toLowerCase();
  if (head?.name.toLowerCase() === wanted) return [];
  const rankOf = ({ key, aliases }: QueryKey): number => {
    if (wanted === '') return commonest.indexOf(key);
    if (key.startsWith(wanted)) return 0;
    return aliases.some((alias) => alias.startsWith(wanted)) ? 1 : -1;
  };
  return ranked(keys, rankOf).map((key) => ({
    // A term that has its sign and value keeps them.
    text: head === undefined ? `${key.key}${sign.exec(key.example)?.groups?.['sign'] ?? ':'}` : key.key,
    place: head === undefined ? place : { from: place.from, to: place.from + head.name.length },
    meaning: key.description,
    count: undefined,
    kind: 'key',
  }));
}

function valuesFor({ place, head, typed }: TermAtCaret, known: Known): readonly Suggestion[] {
  if (head === undefined) return [];
  const name = head.name.toLowerCase();
  const key = known.keys.find((one) => one.key === name || one.aliases.includes(name));
  if (key === undefined) return [];
  if (known.counts === undefined && counted.has(key.key)) return [];
  const values = valuesOf(key, known);
  if (values.length === 0) return exampleFor({ place, head, typed }, key);
  if (head.sign !== ':' && head.sign !== '=') return [];
  const wanted = typed.toLowerCase();
  const rankOf = ({ value }: Value): number => {
    const plain = value.toLowerCase();
    if (plain === wanted) return 0;
    if (plain.startsWith(wanted)) return 1;
    return plain.includes(wanted) ? 2 : -1;
  };
  const found = ranked(values, rankOf);
  if (found.length === 1 && found[0]?.value === typed) return [];
  return found.map(({ value, meaning, count }) => ({
    text: key.choices.length > 0 ? `${key.key}:${quoted(value)}` : term(key.key, value),
    place,
    meaning,
    count,
    kind: 'value',
  }));
}

type Value = { readonly value: string; readonly meaning: string; readonly count: number | undefined };

/** A closed choice in its own order; of everything else the values that occur, the most frequent first. */
function valuesOf({ key, choices }: QueryKey, { counts, isExact, titleOf }: Known): readonly Value[] {
  const found = (counts && facetOf(key, counts)) ?? [];
  const countOf = new Map(isExact ? found.map(({ value, count }) => [value, count]) : []);
  if (choices.length === 0)
    return found.map(({ value }) => ({ value, count: countOf.get(value), meaning: titleOf(key, value) }));
  return choices.map(({ value, meaning }) => ({ value, meaning, count: countOf.get(value) }));
}

type Typed = Pick<TermAtCaret, 'place' | 'head' | 'typed'>;

/** How a value is written, for as long as nothing else is. */
function exampleFor(
  { place, head, typed }: Typed,
  { example, description }: QueryKey,
): readonly Suggestion[] {
  const written = `${head?.name ?? ''}${head?.sign ?? ''}${typed}`;
  if (written === example || (typed !== '' && !example.startsWith(written))) return [];
  return [{ text: example, place, meaning: description, count: undefined, kind: 'example' }];
}

/** In the order of their rank, otherwise as they were; without those whose rank is negative. */
function ranked<Thing>(things: readonly Thing[], rankOf: (thing: Thing) => number): readonly Thing[] {
  return things
    .map((thing) => ({ thing, rank: rankOf(thing) }))
    .filter(({ rank }) => rank >= 0)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ thing }) => thing);
}
