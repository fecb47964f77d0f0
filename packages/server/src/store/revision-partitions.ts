/** Yearly partitions of the revisions, made when a year is first needed. */
import { sql } from 'kysely';
import type { Database } from './database/database.ts';
import { inTransaction } from './database/transaction.ts';

/**
 * Makes the partitions of the years (of `valid_from`, in UTC) that have none. To be called outside a transaction before
 * revisions of these years are written; those of a year without a partition go to the default one and move over later.
 */
export async function ensurePartitions(db: Database, years: readonly number[]): Promise<void> {
  const wanted = [...new Set(years)].filter((year) => Number.isInteger(year) && year >= 1970 && year <= 9998);
  if (wanted.length === 0) return;
  if ((await missingYears(db, wanted)).length === 0) return;
  await inTransaction(db, async (tx) => {
    // Whoever writes revisions just now ends first, so that nobody waits in a circle.
    await sql`lock table revision in access exclusive mode`.execute(tx);
    for (const year of await missingYears(tx, wanted)) await makePartition(tx, year);
  });
}

async function missingYears(db: Database, years: readonly number[]): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select year from unnest(${[...years]}::int[]) as year
    where to_regclass('revision_y' || year) is null order by year`.execute(db);
  return rows.map(({ year }) => year);
}

async function makePartition(tx: Database, year: number): Promise<void> {
  const table = `revision_y${year}`;
  const from = `'${year}-01-01T00:00:00Z'`;
  const to = `'${year + 1}-01-01T00:00:00Z'`;
  const statements = [
    `create table ${table} (like revision including all)`,
    `with moved as (
      delete from revision_default where valid_from >= ${from} and valid_from < ${to} returning *)
      insert into ${table} select * from moved`,
    `alter table revision attach partition ${table} for values from (${from}) to (${to})`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
