/** Subscriptions: who is told what. A person reads their own. */
import { sql } from 'kysely';
import type { Database } from './database/database.ts';
import { isOwnSubscription } from './own.ts';
import type { Row } from './schema.ts';
import type { Viewer } from './viewer.ts';
import { decodeCursor, keyFormats, type Page, pageOf, pageSize } from './views/page.ts';

export async function insertSubscription(db: Database, subscription: Row<'subscription'>): Promise<void> {
  const { accounts, technologies, events, ...rest } = subscription;
  await db
    .insertInto('subscription')
    .values({
      ...rest,
      accounts: JSON.stringify(accounts),
      technologies: JSON.stringify(technologies),
      events: JSON.stringify(events),
    })
    .execute();
}

/** Removes it with everything that waits for it; what it was told before stays in the log. False when there is none of that id. */
export async function removeSubscription(tx: Database, id: string): Promise<boolean> {
  await tx.deleteFrom('message').where('subscription_id', '=', id).where('state', '=', 'pending').execute();
  const { numDeletedRows } = await tx
    .deleteFrom('subscription')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** In the order in which they were made. */
export async function listSubscriptions(
  db: Database,
  viewer: Viewer,
): Promise<readonly Row<'subscription'>[]> {
  return subscriptionsSeenBy(db, viewer).orderBy('created_at').orderBy('id').execute();
}

const list = 'subscriptions';

/** The same, page by page. */
export async function pageOfSubscriptions(
  db: Database,
  viewer: Viewer,
  { after, limit: asked }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Row<'subscription'>>> {
  const limit = pageSize(asked);
  const found = await subscriptionsSeenBy(db, viewer)
    .select(sql<string>`created_at::text`.as('sort_key'))
    .$if(after !== undefined, (query) => {
      const [at, id] = decodeCursor(after ?? '', { list, formats: [keyFormats.time, keyFormats.uuid] });
      return query.where(sql<boolean>`(created_at, id) > (${at}::timestamptz, ${id}::uuid)`);
    })
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const page = pageOf(found, { limit, position: (row) => ({ list, keys: [row.sort_key, row.id] }) });
  return { rows: page.rows.map(withoutKey), next: page.next };
}

function withoutKey({
  sort_key: _key,
  ...row
}: Row<'subscription'> & { readonly sort_key: string }): Row<'subscription'> {
  return row;
}

export async function subscriptionById(
  db: Database,
  viewer: Viewer,
  id: string,
): Promise<Row<'subscription'> | undefined> {
  return subscriptionsSeenBy(db, viewer).where('id', '=', id).executeTakeFirst();
}

/** The subscription, for this transaction alone to gather what waits for it: others wait, and then find nothing left. */
export async function claimSubscription(tx: Database, id: string): Promise<Row<'subscription'> | undefined> {
  return tx.selectFrom('subscription').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

/** A subscription with what its owner may see; one that belongs to nobody sees what the product sees. */
export type Subscriber = { readonly subscription: Row<'subscription'>; readonly viewer: Viewer };

/**
 * Everybody who is told anything: a person who may not sign in is not. None of the subscriptions is removed until the
 * transaction ends, so that what is written for them finds them.
 */
export async function lockSubscribers(tx: Database): Promise<readonly Subscriber[]> {
  const rows = await subscribers(tx).forKeyShare('subscription').execute();
  return rows.map(subscriberOf);
}

/** Undefined when it was removed, or its owner may not sign in. */
export async function subscriberOfId(db: Database, id: string): Promise<Subscriber | undefined> {
  const row = await subscribers(db).where('subscription.id', '=', id).executeTakeFirst();
  return row && subscriberOf(row);
}

/** The digests whose time has come. */
export async function dueDigests(
  db: Database,
  viewer: Viewer,
  at: Date,
): Promise<readonly Row<'subscription'>[]> {
  return subscriptionsSeenBy(db, viewer)
    .where('next_digest_at', '<=', at)
    .orderBy('next_digest_at')
    .orderBy('id')
    .execute();
}

/** Moves a digest to its next time; false when another process has done so. */
export async function planDigest(
  tx: Database,
  { id, next_digest_at: due }: Row<'subscription'>,
  next: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('subscription')
    .set({ next_digest_at: next })
    .where('id', '=', id)
    .where('next_digest_at', '=', due)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

function subscribers(db: Database) {
  return db
    .selectFrom('subscription')
    .leftJoin('app_user', 'app_user.id', 'subscription.user_id')
    .selectAll('subscription')
    .select('app_user.accounts as visible')
    .where(sql<boolean>`(subscription.user_id is null or app_user.active)`)
    .orderBy('subscription.created_at')
    .orderBy('subscription.id');
}

function subscriberOf({
  visible,
  ...subscription
}: Row<'subscription'> & { readonly visible: 'all' | readonly string[] | null }): Subscriber {
  const { user_id: userId } = subscription;
  if (userId === null) return { subscription, viewer: { kind: 'system' } };
  return { subscription, viewer: { kind: 'person', userId, accounts: visible ?? [] } };
}

function subscriptionsSeenBy(db: Database, viewer: Viewer) {
  return db.selectFrom('subscription').selectAll().where(isOwnSubscription(viewer));
}
