/** Unknowns: checks that could not answer for an item, and what they lacked. */
import { sql } from 'kysely';
import { batches, insertRows, recordset } from './bulk.ts';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import { isOneOf, seesItem } from './sees.ts';
import type { Viewer } from './viewer.ts';

/** A check that was run on an item, whatever came of it. */
export type Audited = { readonly item_id: string; readonly check_id: string };

/**
 * Makes `unknown` the unknowns among what was audited: new ones are written, others forgotten, those of checks that
 * did not run stay. One that is known keeps `since`, and is written only when its reason has changed.
 */
export async function replaceUnknowns(
  db: Database,
  audited: readonly Audited[],
  unknown: readonly Row<'unknown'>[],
): Promise<void> {
  const still = new Set(unknown.map(keyOf));
  const over = audited.filter((pair) => !still.has(keyOf(pair)));
  for (const batch of batches(over, ['item_id', 'check_id'])) {
    await sql`
      delete from unknown using ${recordset('unknown', batch)} as given
      where unknown.item_id = given.item_id and unknown.check_id = given.check_id`.execute(db);
  }
  const columns = ['item_id', 'check_id', 'class', 'path', 'permission', 'message', 'since'] as const;
  const onConflict = sql`
    on conflict (item_id, check_id) do update
    set class = excluded.class, path = excluded.path, permission = excluded.permission, message = excluded.message
    where (unknown.class, unknown.path, unknown.permission, unknown.message)
      is distinct from (excluded.class, excluded.path, excluded.permission, excluded.message)`;
  await insertRows(db, { table: 'unknown', columns, onConflict }, unknown);
}

function keyOf({ item_id, check_id }: Audited): string {
  return `${item_id} ${check_id}`;
}

/** The unknowns of the items. */
export async function unknownsByItems(
  db: Database,
  viewer: Viewer,
  itemIds: readonly string[],
): Promise<readonly Row<'unknown'>[]> {
  if (itemIds.length === 0) return [];
  return db
    .selectFrom('unknown')
    .selectAll()
    .where(isOneOf('item_id', itemIds))
    .where(seesItem(viewer, 'unknown.item_id'))
    .orderBy('item_id')
    .orderBy('check_id')
    .execute();
}
