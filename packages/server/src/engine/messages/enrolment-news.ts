/** That accounts are watched now, in a sentence each. */
import type { Block } from '@security-monkey/sdk';
import type { Composing } from './composing.ts';
import type { ToldEnrolment } from './told.ts';
import { count } from './words.ts';

export function enrolmentNews(
  { times, message }: Composing,
  enrolled: readonly ToldEnrolment[],
): readonly Block[] {
  return enrolled.map(({ account, items, at }) => ({
    kind: 'paragraph',
    text: [
      { strong: account.name },
      ` is watched since ${times.near(at, message.created_at)}: ${count(totalOf(items), 'item')} found.`,
    ],
  }));
}

export function totalOf(items: Readonly<Record<string, number>>): number {
  return Object.values(items).reduce((sum, one) => sum + one, 0);
}
