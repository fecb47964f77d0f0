/** Many items at once, for tests of pages. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

/** Copies an item so many times, each with an id, identity, lineage and name of its own. */
export async function givenCopies(db: Database, itemId: string, count: number): Promise<void> {
  await sql`
    insert into item
    select (jsonb_populate_record(item, jsonb_build_object(
      'id', '00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'),
      'identity', item.identity || n, 'lineage', item.lineage || n, 'name', item.name || n))).*
    from item, generate_series(1, ${count}::int) as n where item.id = ${itemId}`.execute(db);
}
