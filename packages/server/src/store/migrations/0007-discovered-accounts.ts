/** Accounts that lie in others, such as projects in an organization, are found there. */
import { type Kysely, sql } from 'kysely';

const statements = [
  'alter table account add column discovered_by uuid references account on delete set null',
  'alter table account add column left_out text',
  'create index account_discovered_by on account (discovered_by) where discovered_by is not null',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
