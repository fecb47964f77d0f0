/** Why somebody may have been told nothing. Pure. */

import type { Subscription } from './alerter-queries.ts';
import type { AlerterState } from './alerter-state.ts';
import { scoreWords, whenWords } from './subscription-words.ts';

export type Situation = {
  readonly states: readonly AlerterState[];
  /** One's own. */
  readonly subscriptions: readonly Pick<
    Subscription,
    'accounts' | 'technologies' | 'minScore' | 'dailyAt' | 'timeZone' | 'alerter'
  >[];
  readonly seesAll: boolean;
};

/** The likeliest first; each a sentence, said once. */
export function silenceReasons({ states, subscriptions, seesAll }: Situation): readonly string[] {
  const used = states.filter(({ id }) => subscriptions.some(({ alerter }) => alerter === id));
  const reasons = [
    ...(subscriptions.length === 0 ? ['You are subscribed to nothing; add a subscription.'] : []),
    ...used.filter(({ configured }) => !configured).map(({ title }) => `${title} is not set up.`),
    ...used
      .filter(({ failing }) => failing !== undefined)
      .map(({ title }) => `${title} is not taken at the moment; what waits is sent once it is.`),
    ...subscriptions.filter(({ dailyAt }) => dailyAt !== null).map(digestReason),
    ...subscriptions.filter(({ minScore }) => minScore > 0).map(scoreReason),
    ...(subscriptions.length > 0 && subscriptions.every(isNarrow)
      ? ['It happened to an account or a technology to which you are not subscribed.']
      : []),
    ...(seesAll ? [] : ['You are told nothing of accounts that you may not see.']),
    'A message is made once the run has ended, half a minute later; the first scan of an account makes one summary.',
    'Delivered means taken by the server: look into the folder for spam too.',
  ];
  return [...new Set(reasons)];
}

function digestReason(subscription: Situation['subscriptions'][number]): string {
  return `The digest comes ${whenWords(subscription)}, and not on a day without news.`;
}

function scoreReason({ minScore }: Situation['subscriptions'][number]): string {
  return `A run or a day without an issue of ${scoreWords(minScore)} makes no message.`;
}

function isNarrow({ accounts, technologies }: Situation['subscriptions'][number]): boolean {
  return accounts !== 'all' || technologies !== 'all';
}
