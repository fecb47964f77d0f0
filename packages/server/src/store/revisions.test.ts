/** Revisions: the axis of history is when something became so, not when it was written. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from './database/database.ts';
import { ensurePartitions } from './revision-partitions.ts';
import { insertRevisions, revisionAsOf, revisionsByIds, revisionsOfItem } from './revisions.ts';
import type { Row } from './schema.ts';
import { givenId } from './testing/given.ts';
import { givenAccount, givenItem, useTestDatabase } from './testing/test-database.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

const revision = (item: Row<'item'>, validFrom: string): Row<'revision'> => ({
  id: givenId(),
  item_id: item.id,
  valid_from: new Date(validFrom),
  observed_at: new Date('2026-06-01T00:00:00Z'),
  kind: 'changed',
  config_hash: `config of ${validFrom}`,
  source: 'event',
  actor: { user: 'alice' },
  unreadable: [],
});

async function givenHistory(db: Database) {
  const { id } = await givenAccount(db);
  const item = await givenItem(db, { account_id: id, first_seen: new Date('2026-03-01T00:00:00Z') });
  await insertRevisions(db, [revision(item, '2026-05-01T00:00:00Z')]);
  // Written last, and yet earlier than all others.
  await insertRevisions(db, [revision(item, '2026-04-01T00:00:00Z'), revision(item, '2025-12-31T00:00:00Z')]);
  return item;
}

const month = ({ valid_from }: Row<'revision'>) => valid_from.toISOString().slice(0, 7);

test('a history is newest first, with late ones in their place, in pages', async () => {
  const db = database();
  const { id: itemId } = await givenHistory(db);
  const first = await revisionsOfItem(db, systemViewer, { itemId, limit: 3 });
  const last = first.at(-1);
  const rest = await revisionsOfItem(db, systemViewer, { itemId, limit: 3, ...(last && { after: last }) });
  expect([first.map(month), rest.map(month)]).toEqual([['2026-05', '2026-04', '2026-03'], ['2025-12']]);
});

test.each([
  ['2025-12-30T00:00:00Z', undefined],
  ['2025-12-31T00:00:00Z', '2025-12'],
  ['2026-04-15T00:00:00Z', '2026-04'],
  ['2027-01-01T00:00:00Z', '2026-05'],
])('as of %s', async (at, expected) => {
  const db = database();
  const { id: itemId } = await givenHistory(db);
  const found = await revisionAsOf(db, systemViewer, { itemId, at: new Date(at) });
  expect(found && month(found)).toBe(expected);
});

test('of two that became so at one moment, the later written counts', async () => {
  const db = database();
  const item = await givenHistory(db);
  const at = new Date('2026-05-01T00:00:00Z');
  const second = revision(item, at.toISOString());
  await insertRevisions(db, [second]);
  expect(await revisionAsOf(db, systemViewer, { itemId: item.id, at })).toEqual(second);
  expect(await revisionsByIds(db, systemViewer, [second.id])).toEqual([second]);
});

test('a year gets its partition, with what was written before it had one', async () => {
  const db = database();
  const item = await givenHistory(db);
  await insertRevisions(db, [
    revision(item, '2031-01-01T00:00:00.000Z'),
    revision(item, '2031-12-31T23:59:59.999Z'),
  ]);
  await Promise.all([ensurePartitions(db, [2031, 2031]), ensurePartitions(db, [2031, 2032])]);
  await ensurePartitions(db, [2031]);
  await insertRevisions(db, [revision(item, '2032-02-29T12:00:00Z')]);
  const { rows } = await sql<{ place: string; count: number }>`
    select tableoid::regclass::text as place, count(*) as count from revision
    where valid_from >= '2031-01-01T00:00:00Z' group by 1 order by 1`.execute(db);
  expect(rows).toEqual([
    { place: 'revision_y2031', count: 2 },
    { place: 'revision_y2032', count: 1 },
  ]);
  const history = await revisionsOfItem(db, systemViewer, { itemId: item.id, limit: 9 });
  expect(history.map(month)).toEqual([
    '2032-02',
    '2031-12',
    '2031-01',
    '2026-05',
    '2026-04',
    '2026-03',
    '2025-12',
  ]);
});

test.each([[Number.NaN], [1.5], [1969], [9999]])(
  'a year like %s has no partition of its own',
  async (year) => {
    const db = database();
    await ensurePartitions(db, [year]);
    const { rows } = await sql`select 1 from pg_class where relname = ${`revision_y${year}`}`.execute(db);
    expect(rows).toEqual([]);
  },
);
