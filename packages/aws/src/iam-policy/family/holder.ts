/** Who has a managed policy, of those who use it. */
import type { RelatedItem } from '@security-monkey/sdk';

/** Whether it gives them what it allows: a boundary grants nothing to whom it bounds. */
export function isHolder({ value }: RelatedItem): boolean {
  const { type } = value;
  return type === 'user' || type === 'role' || type === 'group';
}
