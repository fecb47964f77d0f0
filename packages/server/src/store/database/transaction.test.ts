/** Transactions: all or nothing, and the database itself is out of reach inside one. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useTestDatabase } from '../testing/test-database.ts';
import type { Database } from './database.ts';
import { inTransaction } from './transaction.ts';

const database = useTestDatabase();

const insert = (db: Database, key: string) =>
  db
    .insertInto('setting')
    .values({ key, value: '1', updated_at: new Date(0), updated_by: 'test' })
    .execute();
const keys = async (db: Database) =>
  (await db.selectFrom('setting').select('key').orderBy('key').execute()).map(({ key }) => key);

test('what it resolves to is committed', async () => {
  const db = database();
  const value = await inTransaction(db, async (tx) => {
    await insert(tx, 'a');
    await insert(tx, 'b');
    return 7;
  });
  expect([value, await keys(db)]).toEqual([7, ['a', 'b']]);
});

test('when it throws, nothing is', async () => {
  const db = database();
  const work = inTransaction(db, async (tx) => {
    await insert(tx, 'a');
    throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  expect(await keys(db)).toEqual([]);
});

test('the database itself throws at once inside, and the transaction is rolled back', async () => {
  const db = database();
  const work = inTransaction(db, async (tx) => {
    await insert(tx, 'a');
    await keys(db);
  });
  await expect(work).rejects.toMatchObject({ name: 'StoreError', code: 'transaction_misuse' });
  expect(await keys(db)).toEqual([]);
});

test('a transaction inside a transaction throws at once', async () => {
  const db = database();
  const work = inTransaction(db, () => inTransaction(db, (tx) => keys(tx)));
  await expect(work).rejects.toMatchObject({ code: 'transaction_misuse' });
});

test('work that a transaction began and did not await may use the database afterwards', async () => {
  const db = database();
  const { promise, resolve } = Promise.withResolvers<void>();
  const later = await inTransaction(db, async (tx) => {
    await insert(tx, 'a');
    return { keys: promise.then(() => keys(db)) };
  });
  resolve();
  expect(await later.keys).toEqual(['a']);
});

test('an error that is dropped inside does not pass for a commit', async () => {
  const db = database();
  const work = inTransaction(db, async (tx) => {
    await insert(tx, 'a');
    await insert(tx, 'a').catch(() => {});
  });
  await expect(work).rejects.toMatchObject({ code: 'transaction_misuse' });
  expect(await keys(db)).toEqual([]);
});

test('an error in one transaction does not reach the next', async () => {
  const db = database();
  await expect(inTransaction(db, (tx) => sql`select 1/0`.execute(tx))).rejects.toMatchObject({
    code: '22012',
  });
  await inTransaction(db, (tx) => insert(tx, 'a'));
  expect(await keys(db)).toEqual(['a']);
});

test('many at once take their turns', async () => {
  const db = database();
  const names = Array.from({ length: 20 }, (_, index) => `k${String(index).padStart(2, '0')}`);
  await Promise.all(names.map((name) => inTransaction(db, (tx) => insert(tx, name))));
  expect(await keys(db)).toEqual(names);
});
