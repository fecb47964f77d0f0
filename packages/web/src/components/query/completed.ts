/** A query with one term completed: everything else stays as it was. */
import type { Suggestion } from './suggestions.ts';
import type { Place } from './term-at-caret.ts';

export type Completed = { readonly query: string; readonly caret: number };

/** The query without the term, for what else is asked. */
export function withoutTerm(query: string, { from, to }: Place): string {
  const before = query.slice(0, from).replace(/(?<=^|[\s(])-+\s*$/u, '');
  return `${before.trimEnd()} ${query.slice(to).trimStart()}`.trim();
}

export function completed(query: string, { text, place, kind }: Suggestion): Completed {
  const before = query.slice(0, place.from) + text;
  const after = query.slice(place.to);
  if (kind === 'key') {
    const kept = /^(?:[<>]=?|:[<>]?=?|=)/.exec(after)?.[0] ?? '';
    return { query: before + after, caret: before.length + kept.length };
  }
  // The next term can be typed at once; a parenthesis closes right behind the term.
  if (after.startsWith(')')) return { query: before + after, caret: before.length };
  const isParted = /^\s/u.test(after);
  return { query: `${before}${isParted ? '' : ' '}${after}`, caret: before.length + 1 };
}
