/** What the parts of a form mean, each once, in the order in which they stand. Pure. */
import type { Field } from './field.ts';

export type DescribedPart = { readonly title: string; readonly description: string };

/** Of what stands in rows: what stands alone tells its meaning itself. */
export function describedParts(field: Field): readonly DescribedPart[] {
  const all = inRows(field, false);
  const known = new Set<string>();
  return all.filter(({ title, description }) => {
    const key = `${title}\n${description}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

function inRows(field: Field, isInRow: boolean): readonly DescribedPart[] {
  const { title, description } = field;
  const own = isInRow && description !== undefined ? [{ title, description }] : [];
  if (field.kind === 'object') return [...own, ...field.parts.flatMap((part) => inRows(part.field, isInRow))];
  if (field.kind === 'list') return [...own, ...inRows(field.item, true)];
  if (field.kind !== 'record') return own;
  return [...own, ...inRows(field.key, true), ...inRows(field.item, true)];
}
