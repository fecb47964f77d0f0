/** Jobs run on either engine beside everything else. */
import { PgBoss } from 'pg-boss';
import { afterEach, expect, test } from 'vitest';
import { testEngine, useTestDatabaseWithJobs } from '../testing/test-database.ts';
import { inTransaction } from './transaction.ts';

const database = useTestDatabaseWithJobs();

let boss: PgBoss | undefined;
afterEach(() => boss?.stop({ graceful: false, close: false }));

async function startBoss(): Promise<PgBoss> {
  const { bossDb } = database();
  boss = new PgBoss({
    db: bossDb,
    ...(testEngine === 'pglite' && { backend: 'pglite' as const }),
    supervise: false,
    schedule: false,
    useListenNotify: true,
  });
  await boss.start();
  return boss;
}

test('a job that is sent is worked', async () => {
  const jobs = await startBoss();
  await jobs.createQueue('greet', { notify: true });
  const { promise, resolve } = Promise.withResolvers<unknown>();
  await jobs.work<{ name: string }>('greet', async ([job]) => resolve(job?.data));
  await jobs.send('greet', { name: 'monkey' });
  expect(await promise).toEqual({ name: 'monkey' });
});

test('a script that fails in its transaction leaves the connection usable', async () => {
  const { bossDb, db } = database();
  await expect(bossDb.executeSql('begin; select 1/0; commit')).rejects.toMatchObject({ code: '22012' });
  expect(await db.selectFrom('account').selectAll().execute()).toEqual([]);
});

test('rows inside a script are returned', async () => {
  const { rows } = await database().bossDb.executeSql('begin; select 1 as a; commit');
  expect(rows).toEqual([{ a: 1 }]);
});

test('it waits for a transaction of others, and is refused inside one', async () => {
  const { bossDb, db } = database();
  const inside = inTransaction(db, () => bossDb.executeSql('select 1'));
  await expect(inside).rejects.toMatchObject({ code: 'transaction_misuse' });
  const [, { rows }] = await Promise.all([
    inTransaction(db, (tx) => tx.selectFrom('account').selectAll().execute()),
    bossDb.executeSql('select $1::int as a', [2]),
  ]);
  expect(rows).toEqual([{ a: 2 }]);
});
