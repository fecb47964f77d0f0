/** The rows of a difference in two columns: what was at the left, what is at the right. */
import type { DiffPart, DiffRow } from './diff-rows.ts';

export type Sides =
  | Extract<DiffPart, { readonly kind: 'fold' }>
  | {
      readonly kind: 'pair';
      readonly key: number;
      readonly left: DiffRow | undefined;
      readonly right: DiffRow | undefined;
    };

/** A run of removed lines stands beside the run of added ones that takes its place. */
export function sidesOf(parts: readonly DiffPart[]): readonly Sides[] {
  const sides: Sides[] = [];
  let removed: DiffRow[] = [];
  let added: DiffRow[] = [];
  let key = 0;
  const flush = (): void => {
    for (let place = 0; place < Math.max(removed.length, added.length); place += 1) {
      sides.push({ kind: 'pair', key, left: removed[place], right: added[place] });
      key += 1;
    }
    removed = [];
    added = [];
  };
  for (const part of parts) {
    if (part.kind === 'row' && part.row.kind === 'removed') removed.push(part.row);
    else if (part.kind === 'row' && part.row.kind === 'added') added.push(part.row);
    else {
      flush();
      if (part.kind === 'fold') sides.push(part);
      else sides.push({ kind: 'pair', key: key++, left: part.row, right: part.row });
    }
  }
  flush();
  return sides;
}
