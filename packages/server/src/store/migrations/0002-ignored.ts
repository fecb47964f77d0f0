/** Which entry of the ignore list covers an item, so that lists and counts can say so. */
import { type Kysely, sql } from 'kysely';

const statements = [
  'alter table item add column ignored_by text',
  `create index item_ignored on item (account_id, technology, scope_region)
    where ignored_by is not null and status <> 'deleted'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
