/** How a statement writes what it is about, as a text that is the same whatever the order. */
import type { Selection } from '../../policy/statement.ts';

/** `a, b`, or `all but a, b`. */
export function selectionText(selection: Selection | undefined): string {
  if (selection === undefined) return '';
  const patterns = [...new Set(selection.patterns)].sort().join(', ');
  return selection.but ? `all but ${patterns}` : patterns;
}
