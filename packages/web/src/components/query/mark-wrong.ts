/** Marks where a query is wrong, over the marks of its terms. */
import type { TextPart } from './mark-terms.ts';
import type { QueryError } from './query-error.ts';

export type MarkedPart = TextPart & { readonly isWrong: boolean };

/** The parts, cut where the wrong place begins and ends; behind the text it is a blank. */
export function markWrong(parts: readonly TextPart[], place: QueryError['place']): readonly MarkedPart[] {
  if (place === undefined) return parts.map((part) => ({ ...part, isWrong: false }));
  const marked: MarkedPart[] = [];
  let at = 0;
  for (const { text, kind } of parts) {
    const from = Math.min(Math.max(place.from - at, 0), text.length);
    const to = Math.min(Math.max(place.to - at, from), text.length);
    marked.push(
      { kind, text: text.slice(0, from), isWrong: false },
      { kind, text: text.slice(from, to), isWrong: true },
      { kind, text: text.slice(to), isWrong: false },
    );
    at += text.length;
  }
  if (place.from >= at) marked.push({ kind: 'space', text: '\u00a0', isWrong: true });
  return marked.filter(({ text }) => text !== '');
}
