/** Frozen items are counted on every dashboard, and are few. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index item_frozen on item (account_id) where status = 'frozen'`.execute(db);
}
