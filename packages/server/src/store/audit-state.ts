/** What each item's last audit depended on, and when its answer may change by itself. */
import { sql } from 'kysely';
import { insertRows } from './bulk.ts';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import { isOneOf, seesItem } from './sees.ts';
import type { Viewer } from './viewer.ts';

export async function upsertAuditStates(db: Database, states: readonly Row<'audit_state'>[]): Promise<void> {
  const columns = ['item_id', 'fingerprints', 'next_due', 'audited_at'] as const;
  const onConflict = sql`
    on conflict (item_id) do update set fingerprints = excluded.fingerprints,
      next_due = excluded.next_due, audited_at = excluded.audited_at`;
  await insertRows(db, { table: 'audit_state', columns, onConflict }, states);
}

export async function auditStatesOf(
  db: Database,
  viewer: Viewer,
  itemIds: readonly string[],
): Promise<readonly Row<'audit_state'>[]> {
  if (itemIds.length === 0) return [];
  return db
    .selectFrom('audit_state')
    .selectAll()
    .where(isOneOf('item_id', itemIds))
    .where(seesItem(viewer, 'audit_state.item_id'))
    .orderBy('item_id')
    .execute();
}
