/** Items: writes of whole rows, and what becomes of their status. */
import { sql } from 'kysely';
import { batches, insertRows, recordset, updateRows } from './bulk.ts';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import type { Scope } from './scope.ts';
import { isOneOf } from './sees.ts';

/** What recording an item may change of it. */
const changing = [
  'lineage',
  'scope_region',
  'region',
  'name',
  'tags',
  'terms',
  'status',
  'predecessor',
  'last_changed',
  'deleted_at',
  'missing_since',
  'config',
  'config_hash',
  'recorder',
  'unreadable',
] as const;

const inserted = ['id', 'account_id', 'technology', 'identity', 'first_seen', ...changing] as const;

export type NewItem = Readonly<Pick<Row<'item'>, (typeof inserted)[number]>>;
export type ItemChange = Readonly<Pick<Row<'item'>, 'id' | (typeof changing)[number]>>;

export async function insertItems(db: Database, items: readonly NewItem[]): Promise<void> {
  await insertRows(db, { table: 'item', columns: inserted }, items);
}

/** Replaces everything of the items but their identity, beginnings and totals. */
export async function updateItems(db: Database, items: readonly ItemChange[]): Promise<void> {
  await updateRows(db, { table: 'item', key: ['id'], columns: changing }, items);
}

/** When the items last changed, as far as is known. */
export async function setLastChanged(
  db: Database,
  items: readonly Pick<Row<'item'>, 'id' | 'last_changed'>[],
): Promise<void> {
  await updateRows(db, { table: 'item', key: ['id'], columns: ['last_changed'] }, items);
}

/** Notes that a complete listing lacked them, unless that was noted before. */
export async function markMissing(db: Database, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('item')
    .set({ missing_since: at })
    .where(isOneOf('id', ids))
    .where('missing_since', 'is', null)
    .execute();
}

/** Notes that they are there after all. */
export async function clearMissing(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('item')
    .set({ missing_since: null })
    .where(isOneOf('id', ids))
    .where('missing_since', 'is not', null)
    .execute();
}

/** Notes that they are gone. Those that were deleted before stay as they are. */
export async function markDeleted(db: Database, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('item')
    .set({ status: 'deleted', deleted_at: at, last_changed: at, missing_since: null })
    .where(isOneOf('id', ids))
    .where('status', '!=', 'deleted')
    .execute();
}

const freezePage = 1_000;

/** Freezes the active items of a scope, a page of them at a time, and returns the ids of each page. */
export async function* freezeScope(
  db: Database,
  { accountId, technology, region }: Scope,
): AsyncGenerator<readonly string[]> {
  while (true) {
    const { rows } = await sql<{ id: string }>`
      update item set status = 'frozen' where id in (
        select id from item
        where account_id = ${accountId} and technology = ${technology} and scope_region = ${region}
          and status = 'active'
        order by id limit ${freezePage})
      returning id`.execute(db);
    if (rows.length > 0) yield rows.map(({ id }) => id);
    if (rows.length < freezePage) return;
  }
}

/** Makes frozen items active again. */
export async function thawItems(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('item')
    .set({ status: 'active' })
    .where(isOneOf('id', ids))
    .where('status', '=', 'frozen')
    .execute();
}

export type ItemIgnored = Pick<Row<'item'>, 'id' | 'ignored_by'>;

/** Notes which entry of the ignore list covers each; items of which that is known are not written. */
export async function setIgnored(db: Database, items: readonly ItemIgnored[]): Promise<void> {
  for (const batch of batches(items, ['id', 'ignored_by'])) {
    await sql`
      update item set ignored_by = given.ignored_by from ${recordset('item', batch)} as given
      where item.id = given.id and item.ignored_by is distinct from given.ignored_by`.execute(db);
  }
}

/** Counts the open issues, their scores and the unknowns of the items anew; items whose totals are right are not written. */
export async function refreshItemTotals(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update item set score = totals.score, open_issues = totals.open_issues, unknowns = totals.unknowns
    from (
      select asked.id,
        coalesce(sum(issue.score), 0)::int as score,
        count(issue.id)::int as open_issues,
        (select count(*) from unknown where unknown.item_id = asked.id)::int as unknowns
      from unnest(${[...ids]}::uuid[]) as asked (id)
      left join issue on issue.item_id = asked.id and issue.status = 'open'
      group by asked.id
    ) as totals
    where item.id = totals.id
      and (item.score, item.open_issues, item.unknowns)
        is distinct from (totals.score, totals.open_issues, totals.unknowns)`.execute(db);
}
