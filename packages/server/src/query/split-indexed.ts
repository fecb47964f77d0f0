/** A query as the terms that an index answers, and the rest: for pages in an order that the terms have nothing to do with. */
import { exactText } from './compile.ts';
import { combine, mentions, type Query, type Term } from './query.ts';

export type SplitQuery = {
  /** Words and tags that must all match. */
  readonly indexed: Query;
  /** What must match beside them. */
  readonly rest: Query;
};

/** Undefined when there is no such term, or deleted items are asked for too: no index of an order has those. */
export function splitIndexed(query: Query): SplitQuery | undefined {
  if (mentions(query, 'is', ['deleted'])) return undefined;
  const parts = query.kind === 'and' ? query.parts : [query];
  const indexed = parts.filter((part) => part.kind === 'term' && isIndexed(part));
  if (indexed.length === 0) return undefined;
  const rest = parts.filter((part) => !indexed.includes(part));
  return { indexed: combine('and', indexed), rest: combine('and', rest) };
}

/** A word or a tag as a whole; with stars in it, the index does not tell how many there are. */
function isIndexed({ key, value }: Term): boolean {
  if (value.type === 'text') return key === '' && exactText(value.pattern) !== undefined;
  if (value.type !== 'tag' || exactText(value.name) === undefined) return false;
  return value.value === null || exactText(value.value) !== undefined;
}
