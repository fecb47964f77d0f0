/** Events on their way out, written in the transaction of what they tell. */
import { sql } from 'kysely';
import { batches, recordset } from './bulk.ts';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import { isOneOf, sees } from './sees.ts';
import type { Viewer } from './viewer.ts';

/** Writes the events whose keys are new, and returns those. */
export async function insertEvents(
  db: Database,
  events: readonly Row<'outbox'>[],
): Promise<readonly Row<'outbox'>[]> {
  const written = new Set<string>();
  const unique = [...new Map(events.toReversed().map((event) => [event.key, event])).values()].toReversed();
  for (const batch of batches(unique, ['id', 'key', 'kind', 'at', 'account_id', 'payload'])) {
    const { rows } = await sql<{ id: string }>`
      insert into outbox (id, key, kind, at, account_id, payload)
      select id, key, kind, at, account_id, payload from ${recordset('outbox', batch)}
      on conflict (key) do nothing returning id`.execute(db);
    for (const { id } of rows) written.add(id);
  }
  return unique.filter(({ id }) => written.has(id));
}

export async function eventsByIds(
  db: Database,
  viewer: Viewer,
  ids: readonly string[],
): Promise<readonly Row<'outbox'>[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('outbox')
    .selectAll()
    .where(isOneOf('id', ids))
    .where(sees(viewer, 'account_id'))
    .orderBy('at')
    .orderBy('id')
    .execute();
}
