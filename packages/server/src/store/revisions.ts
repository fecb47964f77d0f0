/** Revisions: every durable state of every item. `valid_from` is the axis of history; late ones go between those that are there. */
import { sql } from 'kysely';
import { insertRows, updateRows } from './bulk.ts';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import { isOneOf, seesItem } from './sees.ts';
import type { Viewer } from './viewer.ts';

export async function insertRevisions(db: Database, revisions: readonly Row<'revision'>[]): Promise<void> {
  const columns = [
    'id',
    'item_id',
    'valid_from',
    'observed_at',
    'kind',
    'config_hash',
    'source',
    'actor',
    'unreadable',
  ] as const;
  await insertRows(db, { table: 'revision', columns }, revisions);
}

/** Since when it is so, how it came about and who tells of it, written anew for these revisions. */
export async function updateRevisions(
  db: Database,
  revisions: readonly Pick<Row<'revision'>, 'id' | 'item_id' | 'valid_from' | 'kind' | 'source'>[],
): Promise<void> {
  const columns = ['valid_from', 'kind', 'source'] as const;
  await updateRows(db, { table: 'revision', key: ['item_id', 'id'], columns }, revisions);
}

/** Where a page of a history goes on: after this revision, towards the past. */
export type HistoryCursor = Pick<Row<'revision'>, 'valid_from' | 'id'>;

/** The history of one item, the newest first. */
export async function revisionsOfItem(
  db: Database,
  viewer: Viewer,
  asked: { readonly itemId: string; readonly limit: number; readonly after?: HistoryCursor },
): Promise<readonly Row<'revision'>[]> {
  const { after } = asked;
  let query = revisionsSeenBy(db, viewer).where('item_id', '=', asked.itemId);
  if (after !== undefined) {
    query = query.where((eb) =>
      eb(eb.refTuple('revision.valid_from', 'revision.id'), '<', eb.tuple(after.valid_from, after.id)),
    );
  }
  return query.orderBy('valid_from', 'desc').orderBy('id', 'desc').limit(asked.limit).execute();
}

/** The revision that an item had at a moment; undefined before its first. */
export async function revisionAsOf(
  db: Database,
  viewer: Viewer,
  asked: { readonly itemId: string; readonly at: Date },
): Promise<Row<'revision'> | undefined> {
  return revisionsSeenBy(db, viewer)
    .where('item_id', '=', asked.itemId)
    .where('valid_from', '<=', asked.at)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The first revision of each item. */
export async function firstRevisions(
  db: Database,
  viewer: Viewer,
  itemIds: readonly string[],
): Promise<readonly Row<'revision'>[]> {
  if (itemIds.length === 0) return [];
  // One look-up by key for each item: otherwise all of their histories would be read.
  const { rows } = await sql<Row<'revision'>>`
    select found.* from unnest(${[...itemIds]}::uuid[]) as asked (id)
    cross join lateral (
      select * from revision
      where item_id = asked.id and ${seesItem(viewer, 'revision.item_id')}
      order by valid_from, id limit 1) as found`.execute(db);
  return rows;
}

/** Revisions by id. */
export async function revisionsByIds(
  db: Database,
  viewer: Viewer,
  ids: readonly string[],
): Promise<readonly Row<'revision'>[]> {
  if (ids.length === 0) return [];
  return revisionsSeenBy(db, viewer)
    .where(isOneOf('revision.id', ids))
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
}

function revisionsSeenBy(db: Database, viewer: Viewer) {
  return db.selectFrom('revision').selectAll().where(seesItem(viewer, 'revision.item_id'));
}
