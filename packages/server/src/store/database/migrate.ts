/** Brings the schema up to date, and refuses a database that a newer program has migrated. */
import { type Kysely, sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration';
import { migrations } from './migrations.ts';
import { StoreError } from './store-error.ts';

export async function migrate<Tables>(
  db: Kysely<Tables>,
  known: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  await refuseNewer(db, known);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...known }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function refuseNewer<Tables>(
  db: Kysely<Tables>,
  known: Readonly<Record<string, Migration>>,
): Promise<void> {
  const table = await sql<{ exists: boolean }>`
    select to_regclass(${DEFAULT_MIGRATION_TABLE}) is not null as exists`.execute(db);
  if (table.rows[0]?.exists !== true) return;
  const applied = await sql<{ name: string }>`
    select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(db);
  const unknown = applied.rows.find(({ name }) => !(name in known));
  if (unknown === undefined) return;
  throw new StoreError(
    'database_newer',
    `The database is newer than this program (it has migration ${unknown.name}): update the program.`,
  );
}
