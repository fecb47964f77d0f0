/** Values come and go alike on both engines. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useTestDatabase } from '../testing/test-database.ts';

const database = useTestDatabase();

const moment = new Date('2026-03-04T05:06:07.089Z');

test.each([
  ['int8 is a number', sql`9007199254740991::int8`, 9_007_199_254_740_991],
  ['int4 is a number', sql`-5::int4`, -5],
  ['a count is a number', sql`(select count(*) from account)`, 0],
  ['timestamptz is a Date to the millisecond', sql`${moment}::timestamptz`, moment],
  ['jsonb is parsed', sql`'{"a":[1,null,"x"]}'::jsonb`, { a: [1, null, 'x'] }],
  [
    'JSON text given is stored as JSON',
    sql`${JSON.stringify({ a: { b: true } })}::jsonb`,
    { a: { b: true } },
  ],
  ['a JSON null is null', sql`'null'::jsonb`, null],
  ['text[] is a list', sql`${['a', 'b "c"', '']}::text[]`, ['a', 'b "c"', '']],
  [
    'uuid is its text',
    sql`'00000000-0000-7000-8000-00000000000A'::uuid`,
    '00000000-0000-7000-8000-00000000000a',
  ],
  ['inet is its text', sql`'10.0.0.0/8'::inet`, '10.0.0.0/8'],
  ['boolean', sql`true`, true],
  ['text from every plane', sql`${'ÅÇ漢🐒𝔘\u{10FFFD}'}::text`, 'ÅÇ漢🐒𝔘\u{10FFFD}'],
  ['double precision is a number', sql`0.1::float8`, 0.1],
])('%s', async (_, expression, expected) => {
  const { rows } = await sql<{ value: unknown }>`select ${expression} as value`.execute(database());
  expect(rows).toEqual([{ value: expected }]);
});

test('a write tells how many rows it was', async () => {
  const db = database();
  const at = new Date(0);
  const values = ['a', 'b', 'c'].map((key) => ({ key, value: '1', updated_at: at, updated_by: 'test' }));
  const inserted = await db.insertInto('setting').values(values).executeTakeFirstOrThrow();
  const updated = await db
    .updateTable('setting')
    .set({ updated_by: 'x' })
    .where('key', '!=', 'a')
    .executeTakeFirstOrThrow();
  const deleted = await db.deleteFrom('setting').where('key', '=', 'a').executeTakeFirstOrThrow();
  expect([inserted.numInsertedOrUpdatedRows, updated.numUpdatedRows, deleted.numDeletedRows]).toEqual([
    3n,
    2n,
    1n,
  ]);
});

test('an error keeps its code and says who made the statement', async () => {
  const failing = sql`select * from nowhere`.execute(database());
  await expect(failing).rejects.toMatchObject({ code: '42P01' });
  await expect(failing.catch((error: unknown) => String((error as Error).stack))).resolves.toContain(
    'values.test.ts',
  );
});
