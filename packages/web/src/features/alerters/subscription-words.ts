/** What a subscription is about, in words. Pure. */
import type { Account } from '../../api/accounts.ts';
import { listed } from '../../words/count.ts';
import { severityOf, severityWord } from '../../words/severity.ts';
import type { Subscription } from './alerter-queries.ts';
import { eventWords } from './event-words.ts';

export type Names = {
  readonly accounts: readonly Pick<Account, 'type' | 'identifier' | 'name'>[];
  readonly technology: (id: string) => string;
};

type About = Pick<Subscription, 'accounts' | 'technologies' | 'minScore' | 'dailyAt' | 'timeZone'>;

/** Such as `payments-prod, all technologies, score 6 or more, after each run`. */
export function subscriptionWords(subscription: About, names: Names): string {
  const { accounts, technologies, minScore } = subscription;
  return [
    accounts === 'all' ? 'all accounts' : listed(accounts.map((selector) => accountName(selector, names))),
    technologies === 'all' ? 'all technologies' : listed(technologies.map(names.technology)),
    scoreWords(minScore),
    whenWords(subscription),
  ].join(', ');
}

/** Accounts are kept by type and identifier, which say little to people; patterns as they were typed. */
function accountName(selector: string, { accounts }: Names): string {
  return accounts.find(({ type, identifier }) => `${type}:${identifier}` === selector)?.name ?? selector;
}

export function scoreWords(score: number): string {
  return score === 0
    ? 'any score'
    : `score ${score} or more (${severityWord(severityOf(score)).toLowerCase()})`;
}

export function whenWords({ dailyAt, timeZone }: Pick<About, 'dailyAt' | 'timeZone'>): string {
  return dailyAt === null ? 'after each run' : `daily at ${dailyAt} (${timeZone})`;
}

/** Undefined for a subscription to everything of which the alerter tells. */
export function eventsWords(events: readonly string[], told: readonly string[]): string | undefined {
  if (told.every((kind) => events.includes(kind))) return undefined;
  return listed(events.map((kind) => eventWords(kind).toLowerCase()));
}
