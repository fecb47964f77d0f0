/** Messages: what one subscription is told at once, from when it is due until it was taken or given up. */
import type { Database } from './database/database.ts';
import { isOwnMessage } from './own.ts';
import type { Row } from './schema.ts';
import type { Viewer } from './viewer.ts';

export type NewMessage = Pick<
  Row<'message'>,
  'id' | 'subscription_id' | 'account_id' | 'kind' | 'alerter' | 'address' | 'created_at'
>;

/** Makes a message that is due at once, or one of which it is known already what became of it. */
export async function insertMessage(
  db: Database,
  message: NewMessage,
  outcome: MessageOutcome = {},
): Promise<void> {
  await db
    .insertInto('message')
    .values({ ...message, state: 'pending', attempts: 0, next_attempt_at: message.created_at, ...outcome })
    .execute();
}

export async function removeMessage(db: Database, id: string): Promise<void> {
  await db.deleteFrom('message').where('id', '=', id).execute();
}

export async function messageById(
  db: Database,
  viewer: Viewer,
  id: string,
): Promise<Row<'message'> | undefined> {
  return db
    .selectFrom('message')
    .selectAll()
    .where('id', '=', id)
    .where(isOwnMessage(viewer))
    .executeTakeFirst();
}

/** The alerters for which something is due. */
export async function alertersWithDue(db: Database, viewer: Viewer, now: Date): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('message')
    .select('alerter')
    .distinct()
    .where('state', '=', 'pending')
    .where('next_attempt_at', '<=', now)
    .where(isOwnMessage(viewer))
    .orderBy('alerter')
    .execute();
  return rows.map(({ alerter }) => alerter);
}

export type MessageClaim = { readonly alerter: string; readonly now: Date; readonly until: Date };

/**
 * The next message of an alerter, kept from other senders until a moment: when this process dies meanwhile, it is claimed
 * anew. One that has failed waits for those that have not. Needs a transaction.
 */
export async function claimMessage(
  tx: Database,
  { alerter, now, until }: MessageClaim,
): Promise<Row<'message'> | undefined> {
  const message = await tx
    .selectFrom('message')
    .selectAll()
    .where('alerter', '=', alerter)
    .where('state', '=', 'pending')
    .where('next_attempt_at', '<=', now)
    .orderBy('attempts')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (message === undefined) return undefined;
  await tx.updateTable('message').set({ next_attempt_at: until }).where('id', '=', message.id).execute();
  return message;
}

export type MessageOutcome = Partial<
  Pick<Row<'message'>, 'state' | 'attempts' | 'next_attempt_at' | 'delivered_at' | 'failure' | 'subject'>
>;

/** Writes what became of an attempt; nothing of a message that was removed or settled meanwhile. */
export async function settleMessage(db: Database, id: string, outcome: MessageOutcome): Promise<void> {
  await db.updateTable('message').set(outcome).where('id', '=', id).where('state', '=', 'pending').execute();
}

/** Makes dead messages due again, with all their attempts before them: the one of the id, or all. Returns how many. */
export async function reviveMessages(db: Database, at: Date, id?: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ state: 'pending', attempts: 0, next_attempt_at: at })
    .where('state', '=', 'dead')
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
