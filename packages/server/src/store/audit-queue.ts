/** The items that wait for an audit. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { batches, insertRows, recordset } from './bulk.ts';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import { isOneOf, sees } from './sees.ts';
import type { Viewer } from './viewer.ts';

/**
 * An item that is waiting already gets a later time, so that an audit which has read it before does not take it
 * off the queue: that audit has not seen what made it be enqueued again.
 */
const again = sql`
  on conflict (item_id) do update set enqueued_at =
    greatest(excluded.enqueued_at, audit_queue.enqueued_at + interval '1 millisecond')`;

/** Makes the items wait; one that is waiting keeps its first cause. */
export async function enqueue(db: Database, entries: readonly Row<'audit_queue'>[]): Promise<void> {
  const ordered = [...new Map(entries.map((entry) => [entry.item_id, entry])).values()].toSorted((a, b) =>
    a.item_id < b.item_id ? -1 : 1,
  );
  const columns = ['item_id', 'cause', 'enqueued_at'] as const;
  await insertRows(db, { table: 'audit_queue', columns, onConflict: again }, ordered);
}

/** Which items an audit is about; everything that is not given is not limited. */
export type ItemSelection = {
  readonly accountIds?: readonly string[];
  readonly technologies?: readonly string[];
};

/** Makes every item wait whose answer may have changed by itself until `at`; returns how many. */
export async function enqueueDue(
  db: Database,
  viewer: Viewer,
  { at, ...selection }: ItemSelection & { readonly at: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into audit_queue (item_id, cause, enqueued_at)
    select item.id, 'due', ${at}::timestamptz
    from audit_state join item on item.id = audit_state.item_id
    where audit_state.next_due <= ${at} and ${selected(viewer, selection)}
    order by item.id
    on conflict (item_id) do nothing`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** A batch of waiting items by id; they stay on the queue until {@link dequeue}. `after` is the last id of the batch before. */
export async function waitingItems(
  db: Database,
  viewer: Viewer,
  { limit, after, ...selection }: ItemSelection & { readonly limit: number; readonly after?: string },
): Promise<readonly Row<'audit_queue'>[]> {
  let query = db
    .selectFrom('audit_queue')
    .innerJoin('item', 'item.id', 'audit_queue.item_id')
    .selectAll('audit_queue')
    .where(selected(viewer, selection));
  if (after !== undefined) query = query.where('audit_queue.item_id', '>', after);
  return query.orderBy('audit_queue.item_id').limit(limit).execute();
}

/** Takes items off the queue, but for those that were enqueued again since they were read. */
export async function dequeue(
  db: Database,
  entries: readonly Pick<Row<'audit_queue'>, 'item_id' | 'enqueued_at'>[],
): Promise<void> {
  for (const batch of batches(entries, ['item_id', 'enqueued_at'])) {
    await sql`
      delete from audit_queue using ${recordset('audit_queue', batch)} as given
      where audit_queue.item_id = given.item_id and audit_queue.enqueued_at = given.enqueued_at`.execute(db);
  }
}

/** How many items wait. */
export async function countWaiting(
  db: Database,
  viewer: Viewer,
  selection: ItemSelection = {},
): Promise<number> {
  const { count } = await db
    .selectFrom('audit_queue')
    .innerJoin('item', 'item.id', 'audit_queue.item_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(selected(viewer, selection))
    .executeTakeFirstOrThrow();
  return count;
}

function selected(viewer: Viewer, { accountIds, technologies }: ItemSelection): RawBuilder<SqlBool> {
  const conditions = [sees(viewer, 'item.account_id')];
  if (accountIds !== undefined) conditions.push(isOneOf('item.account_id', accountIds));
  if (technologies !== undefined) conditions.push(isOneOf('item.technology', technologies, 'text'));
  return sql`${sql.join(conditions, sql` and `)}`;
}
