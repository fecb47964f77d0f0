/** What a difference leaves out, with the way to it. Pure. */
import type { Block } from '@security-monkey/sdk';
import { count, linked } from './words.ts';

export function moreLines(left: number, href: string | undefined): readonly Block[] {
  if (left === 0) return [];
  const words = `${count(left, 'more line')} ${left === 1 ? 'is' : 'are'} not shown here.`;
  return [{ kind: 'paragraph', text: [linked(words, href)] }];
}
