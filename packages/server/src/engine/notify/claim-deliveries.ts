/** Claims pending deliveries for one sender at a time, and settles them. */
import { type AlertEvent, type EventKind, eventKinds } from '@security-monkey/sdk';
import { updateRows } from '../../store/bulk.ts';
import type { Database } from '../../store/database/database.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import type { Row } from '../../store/schema.ts';
import type { DeliveryPolicy } from './delivery-policy.ts';

export type Claimed = {
  readonly outboxId: string;
  /** Failed attempts so far. */
  readonly attempts: number;
  readonly event: AlertEvent;
};

/** The destinations for which something is pending and due. */
export async function namesWithPending(db: Database, now: Date): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('delivery')
    .select('alerter')
    .distinct()
    .where('state', '=', 'pending')
    .where('next_attempt_at', '<=', now)
    .orderBy('alerter')
    .execute();
  return rows.map(({ alerter }) => alerter);
}

export type ClaimRequest = { readonly name: string; readonly policy: DeliveryPolicy; readonly now: Date };

/**
 * The next deliveries in the order of their events, out of the way of other senders until well after the deadline:
 * when this process dies meanwhile, they are claimed anew. An event that has failed goes alone, so that one that
 * the sink never takes holds up no other.
 */
export async function claimDeliveries(
  db: Database,
  { name, policy, now }: ClaimRequest,
): Promise<readonly Claimed[]> {
  return await inTransaction(db, async (tx) => {
    const rows = await tx
      .selectFrom('delivery')
      .innerJoin('outbox', 'outbox.id', 'delivery.outbox_id')
      .select(['outbox.id', 'outbox.key', 'outbox.kind', 'outbox.at', 'outbox.payload', 'delivery.attempts'])
      .where('delivery.alerter', '=', name)
      .where('delivery.state', '=', 'pending')
      .where('delivery.next_attempt_at', '<=', now)
      .orderBy('delivery.attempts')
      .orderBy('outbox.at')
      .orderBy('outbox.id')
      .limit(policy.batch)
      .forUpdate('delivery')
      .skipLocked()
      .execute();
    const fresh = rows.filter(({ attempts }) => attempts === 0);
    const taken = fresh.length > 0 ? fresh : rows.slice(0, 1);
    const until = new Date(now.getTime() + 2 * policy.deadline);
    await updateRows(
      tx,
      { table: 'delivery', key: ['outbox_id', 'alerter'], columns: ['next_attempt_at'] },
      taken.map(({ id }) => ({ outbox_id: id, alerter: name, next_attempt_at: until })),
    );
    return taken.map(claimedOf);
  });
}

type ClaimedRow = Row<'outbox'> & { readonly attempts: number };

function claimedOf({ id, key, kind, at, payload, attempts }: Omit<ClaimedRow, 'account_id'>): Claimed {
  return { outboxId: id, attempts, event: { key, kind: eventKind(kind), at: at.toISOString(), payload } };
}

function eventKind(kind: string): EventKind {
  const known = eventKinds.find((one) => one === kind);
  if (known === undefined) throw new Error(`The outbox has an event of the unknown kind ${kind}`);
  return known;
}

/** Writes how the deliveries ended. */
export async function settleDeliveries(db: Database, rows: readonly Row<'delivery'>[]): Promise<void> {
  await updateRows(
    db,
    {
      table: 'delivery',
      key: ['outbox_id', 'alerter'],
      columns: ['state', 'attempts', 'next_attempt_at', 'delivered_at', 'failure'],
    },
    rows,
  );
}
