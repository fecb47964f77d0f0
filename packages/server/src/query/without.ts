/** A query without what it says of one key: for facets, which show what else there would be to choose. */
import { combine, everything, type Query, termsOf } from './query.ts';

/**
 * Leaves out the parts of the outermost conjunction that speak of the key alone, unless they negate it.
 *
 * @example of `account:prod score>=5`, without `account`: `score>=5`
 */
export function withoutKey(query: Query, key: string): Query {
  if (query.kind === 'and')
    return combine(
      'and',
      query.parts.filter((part) => !isOnly(part, key)),
    );
  return isOnly(query, key) ? everything : query;
}

function isOnly(part: Query, key: string): boolean {
  if (part.kind === 'all' || part.kind === 'not') return false;
  const terms = [...termsOf(part)];
  return (
    part.kind !== 'and' && terms.every((term) => term.key === key && term.comparison === ':') && !hasNot(part)
  );
}

function hasNot(query: Query): boolean {
  if (query.kind === 'not') return true;
  return (query.kind === 'and' || query.kind === 'or') && query.parts.some(hasNot);
}
