/** Writes events into the outbox, in the transaction of what they tell, with one delivery for every alerter that wants them. */
import type { Database } from '../../store/database/database.ts';
import { insertDeliveries } from '../../store/deliveries.ts';
import { insertEvents } from '../../store/outbox.ts';
import { configuredAlerters } from '../settings/alerters.ts';
import type { NewEvent } from './new-event.ts';

/** Writes the events whose keys are new, and a pending delivery of each for every alerter that is configured for its kind. */
export async function writeEvents(tx: Database, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ accountId, ...event }) => ({ ...event, account_id: accountId }));
  const written = await insertEvents(tx, rows);
  for (const alerter of await configuredAlerters(tx)) {
    const wanted = written.filter(({ kind }) => alerter.on === undefined || alerter.on.has(kind));
    await insertDeliveries(tx, alerter.name, wanted);
  }
}
