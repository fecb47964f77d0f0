/** Writes events into the outbox, in the transaction of what they tell, together with everybody whom they are for. */
import type { Database } from '../../store/database/database.ts';
import { insertDeliveries } from '../../store/deliveries.ts';
import { insertMessageEvents } from '../../store/message-events.ts';
import { insertEvents } from '../../store/outbox.ts';
import { lockSubscribers } from '../../store/subscriptions.ts';
import { configuredAlerters } from '../settings/alerters.ts';
import type { NewEvent } from './new-event.ts';
import { wantsEvent } from './wants-event.ts';

/**
 * Writes the events whose keys are new: with a pending delivery of each for every alerter that is configured for its kind, and
 * waiting for the next message of every subscription that is about it.
 */
export async function writeEvents(tx: Database, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ accountId, ...event }) => ({ ...event, account_id: accountId }));
  const written = new Set((await insertEvents(tx, rows)).map(({ id }) => id));
  const news = events.filter(({ id }) => written.has(id));
  for (const alerter of await configuredAlerters(tx)) {
    const wanted = news.filter(({ kind }) => alerter.on === undefined || alerter.on.has(kind));
    await insertDeliveries(tx, alerter.name, wanted);
  }
  await writeMessageEvents(tx, news);
}

async function writeMessageEvents(tx: Database, events: readonly NewEvent[]): Promise<void> {
  const subscribers = await lockSubscribers(tx);
  const rows = events.flatMap((event) => {
    const { id, accountId, at } = event;
    if (accountId === null) return [];
    return subscribers
      .filter((subscriber) => wantsEvent(subscriber, event))
      .map(({ subscription }) => ({
        subscription_id: subscription.id,
        outbox_id: id,
        account_id: accountId,
        at,
      }));
  });
  await insertMessageEvents(tx, rows);
}
