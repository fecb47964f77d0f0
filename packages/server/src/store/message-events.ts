/** Events on their way into messages: they wait until their run or day has ended. */
import { sql } from 'kysely';
import { insertRows } from './bulk.ts';
import type { Database } from './database/database.ts';
import { isOwnSubscription } from './own.ts';
import type { Row } from './schema.ts';
import { sees } from './sees.ts';
import type { Viewer } from './viewer.ts';

/** Makes events wait for a subscription's next message. */
export async function insertMessageEvents(
  db: Database,
  rows: readonly Pick<Row<'message_event'>, 'subscription_id' | 'outbox_id' | 'account_id' | 'at'>[],
): Promise<void> {
  const columns = ['subscription_id', 'outbox_id', 'account_id', 'at', 'left_out'] as const;
  await insertRows(
    db,
    { table: 'message_event', columns },
    rows.map((row) => ({ ...row, left_out: false })),
  );
}

/** What waits of one account for one subscription. */
export type WaitingRun = { readonly subscriptionId: string; readonly accountId: string };

/**
 * The runs whose events wait and that have ended: the account has been at rest for a while (no run holds a scope of it, and
 * nothing of it waits for its audit), or its events have waited for so long that a run which does not end is no reason to go on.
 */
export async function endedRuns(
  db: Database,
  viewer: Viewer,
  times: { readonly now: Date; readonly quietSince: Date; readonly waitingSince: Date },
): Promise<readonly WaitingRun[]> {
  const { now, quietSince, waitingSince } = times;
  const { rows } = await sql<WaitingRun>`
    with waiting as (
      select message_event.subscription_id, message_event.account_id,
        min(message_event.at) as oldest, max(message_event.at) as newest
      from message_event
      join subscription on subscription.id = message_event.subscription_id and subscription.digest_at is null
      where message_event.message_id is null and not message_event.left_out
        and ${isOwnSubscription(viewer)} and ${sees(viewer, 'message_event.account_id')}
      group by message_event.subscription_id, message_event.account_id
    )
    select subscription_id as "subscriptionId", account_id as "accountId" from waiting
    where oldest <= ${waitingSince} or (newest <= ${quietSince} and account_id not in (
      select account_id from coverage where lease_until > ${now}
      union all select item.account_id from audit_queue join item on item.id = audit_queue.item_id))
    order by oldest, subscription_id, account_id`.execute(db);
  return rows;
}

/** Which events a message takes: those of one account, or of all. */
export type Taking = {
  readonly subscriptionId: string;
  readonly accountId?: string;
  readonly messageId: string;
  readonly minScore: number;
};

/** How many events the message tells; of none when another process took them, or when nothing among them reaches the score. */
export async function takeEvents(tx: Database, taking: Taking): Promise<number> {
  const { subscriptionId, accountId, messageId, minScore } = taking;
  const ofAccount = accountId === undefined ? sql`` : sql`and waiting.account_id = ${accountId}`;
  const { rows } = await sql<{ told: boolean }>`
    with taken as (
      select waiting.outbox_id, outbox.kind, (outbox.payload ->> 'score')::integer as score
      from message_event as waiting join outbox on outbox.id = waiting.outbox_id
      where waiting.subscription_id = ${subscriptionId} ${ofAccount}
        and waiting.message_id is null and not waiting.left_out
      for update of waiting
    ), verdict as (
      select coalesce(bool_or(${minScore}::integer = 0 or score >= ${minScore}::integer
        or kind like 'scope.%' or kind like 'account.%'), false) as told from taken
    )
    update message_event set message_id = case when verdict.told then ${messageId}::uuid end,
      left_out = not verdict.told
    from taken, verdict
    where message_event.subscription_id = ${subscriptionId} and message_event.outbox_id = taken.outbox_id
    returning verdict.told`.execute(tx);
  return rows.filter(({ told }) => told).length;
}
