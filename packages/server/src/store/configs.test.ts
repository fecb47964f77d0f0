/** Configs: stored once, and swept only when nobody wants them. */
import { expect, test } from 'vitest';
import { configsByHash, insertConfigs, sweepConfigs } from './configs.ts';
import { givenAccount, givenItem, useTestDatabase } from './testing/test-database.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

const day = 86_400_000;
const at = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * day);
const hashes = async () =>
  (await database().selectFrom('config').select('hash').orderBy('hash').execute()).map(({ hash }) => hash);

test('equal ones are stored once, within a batch and over batches', async () => {
  const db = database();
  const config = { hash: 'a', body: { x: 1 }, stored_at: at(0) };
  await insertConfigs(db, [config, config, { ...config, hash: 'b' }]);
  await insertConfigs(db, [config]);
  expect(await db.selectFrom('config').selectAll().orderBy('hash').execute()).toEqual([
    config,
    { ...config, hash: 'b' },
  ]);
});

test('by hash', async () => {
  const db = database();
  await insertConfigs(db, [{ hash: 'a', body: { x: 1 }, stored_at: at(0) }]);
  expect(await configsByHash(db, systemViewer, ['a', 'missing'])).toEqual(new Map([['a', { x: 1 }]]));
});

test('the sweep takes old ones that no revision has, at most so many', async () => {
  const db = database();
  const { id } = await givenAccount(db);
  await givenItem(db, { account_id: id, config_hash: 'kept', first_seen: at(0) });
  await insertConfigs(db, [
    { hash: 'old1', body: {}, stored_at: at(0) },
    { hash: 'old2', body: {}, stored_at: at(0) },
    { hash: 'young', body: {}, stored_at: at(9) },
  ]);
  expect(await sweepConfigs(db, { before: at(5), limit: 1 })).toBe(1);
  expect(await sweepConfigs(db, { before: at(5), limit: 9 })).toBe(1);
  expect(await sweepConfigs(db, { before: at(5), limit: 9 })).toBe(0);
  expect(await hashes()).toEqual(['kept', 'young']);
});

test('one that is wanted again is young again', async () => {
  const db = database();
  await insertConfigs(db, [{ hash: 'a', body: {}, stored_at: at(0) }]);
  await insertConfigs(db, [{ hash: 'a', body: {}, stored_at: at(8) }]);
  expect(await sweepConfigs(db, { before: at(5), limit: 9 })).toBe(0);
  expect(await hashes()).toEqual(['a']);
});
