/** The embedded database looks after itself: its log stays bounded, dead rows go, statistics are there. */
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migratedSnapshot } from '../testing/test-database.ts';
import { dialectOver } from './dialect.ts';
import { openPglite, type PgliteSessions } from './pglite-sessions.ts';
import { createUpkeep } from './upkeep.ts';

const megabyte = 1024 * 1024;

let sessions: PgliteSessions;
beforeAll(async () => {
  const often = { lengthBetween: megabyte, statementsBetween: 100, largestLog: 4 * megabyte };
  sessions = await openPglite({ snapshot: await migratedSnapshot() }, createUpkeep(often));
});
afterAll(() => sessions.close());

test('after much writing', async () => {
  const db = new Kysely<{ t: { id: number; body: string } }>({ dialect: dialectOver(sessions) });
  await sql`create table t (id int primary key, body text)`.execute(db);
  await sql`alter table t alter body set storage plain`.execute(db);
  const rows = Array.from({ length: 200 }, (_, id) => ({ id, body: `${id}`.padEnd(7_000, 'x') }));
  for (let round = 0; round < 30; round += 1) {
    await sql`
      insert into t select id, body from json_to_recordset(${JSON.stringify(rows)}::json) as r (id int, body text)
      on conflict (id) do update set body = excluded.body`.execute(db);
  }
  const { rows: found } = await sql<{ log: number; pages: number; estimate: number }>`
    select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), (select redo_lsn from pg_control_checkpoint()))::int8 as log,
      pg_relation_size('t') / 8192 as pages, reltuples as estimate
    from pg_class where relname = 't'`.execute(db);
  const [{ log, pages, estimate } = { log: 0, pages: 0, estimate: 0 }] = found;
  expect(log).toBeLessThan(10 * megabyte);
  // Each round leaves 200 dead pages; without vacuum there would be 6,000.
  expect(pages).toBeLessThan(1_500);
  expect(estimate).toBe(200);
});
