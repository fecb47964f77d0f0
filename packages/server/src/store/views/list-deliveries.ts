/** The log of what was sent: messages to people, and events to alerters that take them as they are. */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { isOwnMessage } from '../own.ts';
import type { DeliveryState } from '../schema.ts';
import { sees } from '../sees.ts';
import type { Viewer } from '../viewer.ts';
import { decodeCursor, keyFormats, type Page, pageOf, pageSize } from './page.ts';

export type DeliveryRow = {
  readonly kind: 'message' | 'event';
  /** The message's id, or the event's. */
  readonly id: string;
  /** When the message was made, or the event happened. */
  readonly at: Date;
  /** The id of the alerter that tells people, or the name under which one is configured. */
  readonly alerter: string;
  /** Null where an alerter knows by itself where to send. */
  readonly to: string | null;
  /** The subscription that it was for; null for a test, and once that was removed. */
  readonly subscription: string | null;
  /** The subject once it was made up, or the key of the event. */
  readonly what: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Null once it is settled. */
  readonly nextAttempt: Date | null;
  readonly deliveredAt: Date | null;
  readonly failure: string | null;
};

export type DeliverySearch = {
  readonly states?: readonly DeliveryState[] | undefined;
  readonly after?: string | undefined;
  /** At most 1,000. */
  readonly limit: number;
};

const list = 'deliveries';

/** The newest first. A person sees the messages of their own subscriptions, and events, as far as they may see the account. */
export async function listDeliveries(
  db: Database,
  viewer: Viewer,
  { states, after, limit }: DeliverySearch,
): Promise<Page<DeliveryRow>> {
  const size = pageSize(limit);
  const part: Part = { viewer, states, after, limit: size + 1 };
  const { rows } = await sql<DeliveryRow & { readonly sort_key: string }>`
    select * from ((${messages(part)}) union all (${events(part)})) as delivery
    order by at desc, id desc, alerter desc limit ${size + 1}`.execute(db);
  const page = pageOf(rows, {
    limit: size,
    position: ({ sort_key: key, id, alerter }) => ({ list, keys: [key, id, alerter] }),
  });
  return { rows: page.rows.map(withoutKey), next: page.next };
}

function withoutKey(found: DeliveryRow & { readonly sort_key: string }): DeliveryRow {
  const { sort_key: _key, ...row } = found;
  return row;
}

type Part = Pick<DeliverySearch, 'states' | 'after' | 'limit'> & { readonly viewer: Viewer };

function messages({ viewer, states, after, limit }: Part): RawBuilder<unknown> {
  return sql`
    select 'message' as kind, message.id, message.created_at as at, message.alerter, message.address as "to",
      message.subscription_id as subscription, message.subject as what, message.state, message.attempts,
      case when message.state = 'pending' then message.next_attempt_at end as "nextAttempt",
      message.delivered_at as "deliveredAt", message.failure, message.created_at::text as sort_key
    from message
    where ${isOwnMessage(viewer)} and ${isIn(sql`message.state`, states)}
      and ${isBefore(sql`message.created_at, message.id, message.alerter`, after)}
    order by message.created_at desc, message.id desc limit ${limit}`;
}

function events({ viewer, states, after, limit }: Part): RawBuilder<unknown> {
  return sql`
    select 'event' as kind, outbox.id, outbox.at, delivery.alerter, null::text as "to", null::uuid as subscription,
      outbox.key as what, delivery.state, delivery.attempts,
      case when delivery.state = 'pending' then delivery.next_attempt_at end as "nextAttempt",
      delivery.delivered_at as "deliveredAt", delivery.failure, outbox.at::text as sort_key
    from delivery join outbox on outbox.id = delivery.outbox_id
    where ${sees(viewer, 'outbox.account_id')} and ${isIn(sql`delivery.state`, states)}
      and ${isBefore(sql`outbox.at, outbox.id, delivery.alerter`, after)}
    order by outbox.at desc, outbox.id desc, delivery.alerter desc limit ${limit}`;
}

function isIn(column: RawBuilder<unknown>, states: DeliverySearch['states']): RawBuilder<unknown> {
  return states === undefined ? sql`true` : sql`${column} = any(${[...states]}::text[])`;
}

function isBefore(columns: RawBuilder<unknown>, after: string | undefined): RawBuilder<unknown> {
  if (after === undefined) return sql`true`;
  const formats = [keyFormats.time, keyFormats.uuid, keyFormats.text];
  const [at, id, alerter] = decodeCursor(after, { list, formats });
  return sql`(${columns}) < (${at}::timestamptz, ${id}::uuid, ${alerter}::text)`;
}
