/** Deliveries: one for each event and each alerter that wants it. */
import { sql } from 'kysely';
import { insertRows } from './bulk.ts';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import { isOneOf, sees } from './sees.ts';
import type { Viewer } from './viewer.ts';

/** Makes deliveries wait, to be tried from `at` on. */
export async function insertDeliveries(
  db: Database,
  alerter: string,
  events: readonly { readonly id: string; readonly at: Date }[],
): Promise<void> {
  const rows = events.map(({ id, at }) => ({
    outbox_id: id,
    alerter,
    state: 'pending' as const,
    attempts: 0,
    next_attempt_at: at,
    delivered_at: null,
    failure: null,
  }));
  const columns = [
    'outbox_id',
    'alerter',
    'state',
    'attempts',
    'next_attempt_at',
    'delivered_at',
    'failure',
  ] as const;
  await insertRows(db, { table: 'delivery', columns }, rows);
}

/** An event that an alerter is to be sent, with how often that was tried. */
export type DueDelivery = Row<'outbox'> & Pick<Row<'delivery'>, 'alerter' | 'attempts'>;

/** What is due by `at`, in the order of the events. */
export async function dueDeliveries(
  db: Database,
  viewer: Viewer,
  { alerter, at, limit }: { readonly alerter?: string; readonly at: Date; readonly limit: number },
): Promise<readonly DueDelivery[]> {
  let query = db
    .selectFrom('delivery')
    .innerJoin('outbox', 'outbox.id', 'delivery.outbox_id')
    .selectAll('outbox')
    .select(['delivery.alerter', 'delivery.attempts'])
    .where('delivery.state', '=', 'pending')
    .where('delivery.next_attempt_at', '<=', at)
    .where(sees(viewer, 'outbox.account_id'));
  if (alerter !== undefined) query = query.where('delivery.alerter', '=', alerter);
  return query.orderBy('outbox.at').orderBy('outbox.id').orderBy('delivery.alerter').limit(limit).execute();
}

/** How many wait and how many were given up; delivered ones are not counted. */
export async function countDeliveries(
  db: Database,
  viewer: Viewer,
): Promise<{ readonly pending: number; readonly dead: number }> {
  const found = await db
    .selectFrom('delivery')
    .innerJoin('outbox', 'outbox.id', 'delivery.outbox_id')
    .where('delivery.state', 'in', ['pending', 'dead'])
    .where(sees(viewer, 'outbox.account_id'))
    .groupBy('delivery.state')
    .select(['delivery.state', sql<number>`count(*)::integer`.as('count')])
    .execute();
  const countOf = (state: string): number => found.find((row) => row.state === state)?.count ?? 0;
  return { pending: countOf('pending'), dead: countOf('dead') };
}

type Sent = { readonly alerter: string; readonly eventIds: readonly string[] };

export async function markDelivered(db: Database, { alerter, eventIds }: Sent, at: Date): Promise<void> {
  if (eventIds.length === 0) return;
  await pending(db, { alerter, eventIds })
    .set((eb) => ({ state: 'delivered', delivered_at: at, failure: null, attempts: eb('attempts', '+', 1) }))
    .execute();
}

/** Notes a failed attempt: tried again at `retryAt`, or never (dead letter). */
export async function markFailed(
  db: Database,
  { alerter, eventIds }: Sent,
  outcome: { readonly failure: string; readonly retryAt: Date | undefined },
): Promise<void> {
  if (eventIds.length === 0) return;
  const { failure, retryAt } = outcome;
  await pending(db, { alerter, eventIds })
    .set((eb) => ({
      failure,
      attempts: eb('attempts', '+', 1),
      ...(retryAt === undefined ? { state: 'dead' as const } : { next_attempt_at: retryAt }),
    }))
    .execute();
}

function pending(db: Database, { alerter, eventIds }: Sent) {
  return db
    .updateTable('delivery')
    .where('alerter', '=', alerter)
    .where(isOneOf('outbox_id', eventIds))
    .where('state', '=', 'pending');
}
