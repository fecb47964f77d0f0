/** Two configurations line by line: what is equal, removed and added, with the words that differ inside a pair of lines. */
import { diffArrays, diffWordsWithSpace } from 'diff';
import { type JsonLine, jsonLines } from '../../components/code/json-lines.ts';
import type { Json } from '../../words/json.ts';

export type WordPart = { readonly text: string; readonly isMarked: boolean };

export type DiffRow = {
  readonly kind: 'equal' | 'added' | 'removed';
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** With its indentation. */
  readonly parts: readonly WordPart[];
};

const textOf = ({ depth, pieces }: JsonLine): string =>
  `${'  '.repeat(depth)}${pieces.map(({ text }) => text).join('')}`;

/** Undefined: there was, or is, nothing. */
export function diffRows(before: Json | undefined, after: Json | undefined): readonly DiffRow[] {
  const old = before === undefined ? [] : jsonLines(before).map(textOf);
  const fresh = after === undefined ? [] : jsonLines(after).map(textOf);
  let oldNumber = 0;
  let newNumber = 0;
  const rows: DiffRow[] = [];
  const chunks = diffArrays(old, fresh);
  for (const [index, { added, removed, value }] of chunks.entries()) {
    const partner = removed ? chunks[index + 1] : added ? chunks[index - 1] : undefined;
    const isPaired = partner?.value.length === value.length && (partner.added || partner.removed);
    for (const [place, text] of value.entries()) {
      if (!added) oldNumber += 1;
      if (!removed) newNumber += 1;
      const other = isPaired ? partner?.value[place] : undefined;
      rows.push({
        kind: added ? 'added' : removed ? 'removed' : 'equal',
        before: added ? undefined : oldNumber,
        after: removed ? undefined : newNumber,
        parts: other === undefined ? [{ text, isMarked: false }] : wordsOf(text, other, added),
      });
    }
  }
  return rows;
}

/** The words of one line that the other has not. */
function wordsOf(text: string, other: string, isAdded: boolean): readonly WordPart[] {
  const [old, fresh] = isAdded ? [other, text] : [text, other];
  const parts = diffWordsWithSpace(old, fresh)
    .filter(({ added, removed }) => (isAdded ? !removed : !added))
    .map(({ value, added, removed }) => ({ text: value, isMarked: added || removed }));
  const marked = parts.filter(({ isMarked }) => isMarked).reduce((sum, part) => sum + part.text.length, 0);
  // Where nearly everything differs marks would say nothing.
  return marked > text.trim().length * 0.8 ? [{ text, isMarked: false }] : parts;
}

export type DiffPart =
  | { readonly kind: 'row'; readonly row: DiffRow; readonly index: number }
  | { readonly kind: 'fold'; readonly from: number; readonly count: number };

const context = 3;
const shortestFold = 3;

/** Runs of equal lines are folded but for a few at their ends. */
export function foldedRows(rows: readonly DiffRow[], opened: ReadonlySet<number>): readonly DiffPart[] {
  const isNear = (index: number): boolean =>
    rows.slice(Math.max(0, index - context), index + context + 1).some(({ kind }) => kind !== 'equal');
  const parts: DiffPart[] = [];
  let index = 0;
  while (index < rows.length) {
    let end = index;
    while (end < rows.length && !isNear(end)) end += 1;
    if (end - index >= shortestFold && !opened.has(index)) {
      parts.push({ kind: 'fold', from: index, count: end - index });
      index = end;
      continue;
    }
    const stop = Math.max(end, index + 1);
    for (; index < stop; index += 1) {
      const row = rows[index];
      if (row !== undefined) parts.push({ kind: 'row', row, index });
    }
  }
  return parts;
}
