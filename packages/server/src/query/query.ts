/** A parsed query: what the parser makes, the printer prints and the compilers turn into SQL. */

/** The literal pieces between the stars of a glob: `a*b` is `['a', 'b']`; a plain text is one piece. */
export type Pattern = readonly string[];

export type Comparison = ':' | '>' | '>=' | '<' | '<=';

export const ageUnits = { min: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
export type AgeUnit = keyof typeof ageUnits;

export type Time =
  /** A whole day, UTC. */
  | { readonly kind: 'day'; readonly day: string }
  /** ISO 8601, UTC, with milliseconds. */
  | { readonly kind: 'instant'; readonly instant: string }
  /** So long before now. */
  | { readonly kind: 'age'; readonly amount: number; readonly unit: AgeUnit };

export type Value =
  | { readonly type: 'text'; readonly pattern: Pattern }
  | { readonly type: 'tag'; readonly name: Pattern; readonly value: Pattern | null }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'time'; readonly time: Time }
  | { readonly type: 'choice'; readonly choice: string }
  | { readonly type: 'network'; readonly network: string }
  | { readonly type: 'id'; readonly id: string };

export type Term = {
  readonly kind: 'term';
  /** A key of the vocabulary by its first name; empty for a plain word. */
  readonly key: string;
  readonly comparison: Comparison;
  readonly value: Value;
};

export type Query =
  /** Matches everything: what an empty text asks for. */
  | { readonly kind: 'all' }
  | Term
  | { readonly kind: 'not'; readonly part: Query }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] };

export const everything: Query = { kind: 'all' };

/** The negation; two negations cancel out. */
export function not(part: Query): Query {
  return part.kind === 'not' ? part.part : { kind: 'not', part };
}

/** All or any of the parts: nested ones of the same kind become one, a single part stays itself. */
export function combine(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [only, another] = flat;
  if (only === undefined) return everything;
  return another === undefined ? only : { kind, parts: flat };
}

/** Every term of a query, whether negated or not. */
export function* termsOf(query: Query): Generator<Term> {
  if (query.kind === 'term') yield query;
  if (query.kind === 'not') yield* termsOf(query.part);
  if (query.kind === 'and' || query.kind === 'or') for (const part of query.parts) yield* termsOf(part);
}

/** Whether a query names a value of a choice key anywhere, such as `is:deleted`. */
export function mentions(query: Query, key: string, choices: readonly string[]): boolean {
  for (const term of termsOf(query)) {
    if (term.key === key && term.value.type === 'choice' && choices.includes(term.value.choice)) return true;
  }
  return false;
}
