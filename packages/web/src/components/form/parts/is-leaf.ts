/** Whether a part is one field, not a group of some. Pure. */
import type { Field } from '../draft/field.ts';

export function isLeaf({ kind }: Field): boolean {
  return kind !== 'list' && kind !== 'record' && kind !== 'object' && kind !== 'options' && kind !== 'json';
}
