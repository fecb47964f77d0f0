/** What stands side by side in a row, and what a row is called. Pure. */
import type { Field, ListField, RecordField } from '../draft/field.ts';
import { isLeaf } from './is-leaf.ts';

/** The titles of the parts of a row that are one field each, the key first. */
export function columnsOf(field: ListField | RecordField): readonly string[] {
  return [...(field.kind === 'record' ? [field.key.title] : []), ...leavesOf(field.item)];
}

function leavesOf(item: Field): readonly string[] {
  if (isLeaf(item)) return [item.title];
  if (item.kind !== 'object') return [];
  return item.parts.filter((part) => isLeaf(part.field)).map((part) => part.field.title);
}

/** The tracks of a table of so many columns: the first names the row, and is the widest of several. */
export function tracksOf(columns: number): React.CSSProperties {
  const others = Array.from({ length: Math.max(columns - 1, 0) }, () => 'minmax(0, 1fr)');
  const tracks = ['minmax(0, 1.6fr)', ...others].join(' ');
  return { '--tracks': tracks } as React.CSSProperties;
}

export function rowName(field: ListField | RecordField): string {
  return field.kind === 'record' ? field.key.title : field.item.title || 'Entry';
}
