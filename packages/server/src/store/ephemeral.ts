/** The side rows of values that come and go without making a revision. */
import { sql } from 'kysely';
import { insertRows } from './bulk.ts';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import { isOneOf, seesItem } from './sees.ts';
import type { Viewer } from './viewer.ts';

export async function upsertEphemeral(db: Database, rows: readonly Row<'ephemeral'>[]): Promise<void> {
  const onConflict = sql`
    on conflict (item_id) do update
    set body = excluded.body, observed_hash = excluded.observed_hash, observed_at = excluded.observed_at`;
  const columns = ['item_id', 'body', 'observed_hash', 'observed_at'] as const;
  await insertRows(db, { table: 'ephemeral', columns, onConflict }, rows);
}

export async function ephemeralOf(
  db: Database,
  viewer: Viewer,
  itemIds: readonly string[],
): Promise<readonly Row<'ephemeral'>[]> {
  if (itemIds.length === 0) return [];
  return db
    .selectFrom('ephemeral')
    .selectAll()
    .where(isOneOf('item_id', itemIds))
    .where(seesItem(viewer, 'ephemeral.item_id'))
    .orderBy('item_id')
    .execute();
}
