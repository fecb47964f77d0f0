/** A subscription as it is printed: a row of a table, or an object. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Row } from '../../store/schema.ts';
import type { TableColumn } from './table.ts';
import { isoOrNull } from './time.ts';

type Subscription = Row<'subscription'>;

export const subscriptionTable: readonly TableColumn<Subscription>[] = [
  { title: 'id', value: ({ id }) => id },
  { title: 'to', value: ({ address }) => address, shrink: true },
  { title: 'by', value: ({ alerter }) => alerter },
  { title: 'accounts', value: ({ accounts }) => listText(accounts), shrink: true },
  { title: 'technologies', value: ({ technologies }) => listText(technologies), shrink: true },
  { title: 'score', value: ({ min_score: score }) => (score === 0 ? 'any' : `${score}+`) },
  { title: 'events', value: ({ events }) => events.join(', '), shrink: true },
  { title: 'when', value: subscriptionWhen },
  { title: 'zone', value: ({ time_zone: zone }) => zone },
];

/** Such as `after each run` or `daily at 08:00`. */
export function subscriptionWhen({ digest_at: at }: Pick<Subscription, 'digest_at'>): string {
  return at === null ? 'after each run' : `daily at ${at}`;
}

function listText(list: 'all' | readonly string[]): string {
  return list === 'all' ? 'all' : list.join(', ');
}

export function subscriptionObject(subscription: Subscription): JsonObject {
  return {
    id: subscription.id,
    user: subscription.user_id,
    alerter: subscription.alerter,
    address: subscription.address,
    accounts: subscription.accounts,
    technologies: subscription.technologies,
    events: subscription.events,
    minScore: subscription.min_score,
    dailyAt: subscription.digest_at,
    timeZone: subscription.time_zone,
    nextDigest: isoOrNull(subscription.next_digest_at),
    createdAt: subscription.created_at.toISOString(),
    createdBy: subscription.created_by,
  };
}
