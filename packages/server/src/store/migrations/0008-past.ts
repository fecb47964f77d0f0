/** Whether a scope's items have been given the history that their provider keeps: of none that is there already. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table coverage add column past_filled_at timestamptz`.execute(db);
}
