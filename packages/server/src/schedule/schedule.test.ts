/** A schedule that begins after something else: nothing is collected before. */
import { expect, it } from 'vitest';
import { createTestRuntime } from '../engine/testing/test-runtime.ts';
import { useTestDatabaseWithJobs } from '../store/testing/test-database.ts';
import { startSchedule } from './schedule.ts';

const database = useTestDatabaseWithJobs();

it('never begins when it was stopped before', async () => {
  const { db, bossDb, engine } = database();
  const { runtime } = createTestRuntime(db);
  const before = Promise.withResolvers<void>();
  const asked: string[] = [];
  const watched = {
    bossDb: {
      ...bossDb,
      executeSql: async (...given: Parameters<typeof bossDb.executeSql>) => {
        asked.push(given[0]);
        return await bossDb.executeSql(...given);
      },
    },
    db,
    engine,
    close: async () => undefined,
  };
  const schedule = await startSchedule({
    runtime,
    database: watched,
    accountsAtOnce: 1,
    after: before.promise,
  });
  const stopped = schedule.stop();
  before.resolve();
  await stopped;
  expect(asked).toEqual([]);
});
