/** Settings as they are stored; what they mean is the engine's. They speak of all accounts, so only who sees all reads them. */
import type { JsonValue } from '@security-monkey/sdk';
import { sql } from 'kysely';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import { type Viewer, visibleAccounts } from './viewer.ts';

export async function settingByKey(
  db: Database,
  viewer: Viewer,
  key: string,
): Promise<Row<'setting'> | undefined> {
  if (visibleAccounts(viewer) !== 'all') return undefined;
  return db.selectFrom('setting').selectAll().where('key', '=', key).executeTakeFirst();
}

export async function listSettings(db: Database, viewer: Viewer): Promise<readonly Row<'setting'>[]> {
  if (visibleAccounts(viewer) !== 'all') return [];
  return db.selectFrom('setting').selectAll().orderBy('key').execute();
}

export type NewSetting = {
  readonly key: string;
  readonly value: JsonValue;
  readonly at: Date;
  readonly by: string;
};

/** Sets a value; false when it had that value before, and nothing was written. */
export async function saveSetting(db: Database, { key, value, at, by }: NewSetting): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into setting (key, value, updated_at, updated_by)
    values (${key}, ${JSON.stringify(value)}::jsonb, ${at}, ${by})
    on conflict (key) do update
    set value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by
    where setting.value is distinct from excluded.value`.execute(db);
  return numAffectedRows === 1n;
}

/** Goes back to the default; false when nothing was set. */
export async function removeSetting(db: Database, key: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('setting').where('key', '=', key).executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}
