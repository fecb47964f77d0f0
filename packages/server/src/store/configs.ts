/** Configs, stored once however many revisions have them. */
import { sql } from 'kysely';
import { insertRows } from './bulk.ts';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import { isOneOf, sees } from './sees.ts';
import { type Viewer, visibleAccounts } from './viewer.ts';

/**
 * Stores the configs that are new. One that is there already is told to be wanted again, at most once a day:
 * the sweep leaves alone what was wanted of late, also when the revision that wants it is not committed yet.
 */
export async function insertConfigs(db: Database, configs: readonly Row<'config'>[]): Promise<void> {
  // In one order, so that two runs that store the same configs do not wait for each other in a circle.
  const ordered = [...new Map(configs.map((config) => [config.hash, config])).values()].toSorted((a, b) =>
    a.hash < b.hash ? -1 : 1,
  );
  const onConflict = sql`
    on conflict (hash) do update set stored_at = excluded.stored_at
    where config.stored_at < excluded.stored_at - interval '1 day'`;
  await insertRows(db, { table: 'config', columns: ['hash', 'body', 'stored_at'], onConflict }, ordered);
}

/** The configs by hash, of those that some item visible to the viewer has or had. */
export async function configsByHash(
  db: Database,
  viewer: Viewer,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Row<'config'>['body']>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom('config')
    .select(['hash', 'body'])
    .where(isOneOf('hash', hashes, 'text'))
    .where(wasSeen(viewer))
    .execute();
  return new Map(rows.map(({ hash, body }) => [hash, body]));
}

function wasSeen(viewer: Viewer) {
  if (visibleAccounts(viewer) === 'all') return sql<boolean>`true`;
  return sql<boolean>`exists (
    select 1 from revision join item on item.id = revision.item_id
    where revision.config_hash = config.hash and ${sees(viewer, 'item.account_id')})`;
}

/** Removes configs that no revision has and that nobody wanted since `before`, at most `limit` of them; returns how many. */
export async function sweepConfigs(
  db: Database,
  { before, limit }: { readonly before: Date; readonly limit: number },
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from config where hash in (
      select hash from config
      where stored_at < ${before}
        and not exists (select 1 from revision where revision.config_hash = config.hash)
      limit ${limit})
    and stored_at < ${before}`.execute(db);
  return Number(numAffectedRows ?? 0);
}
