/** Coverage: one run at a time writes to a scope, and its end says what is known. */
import { expect, test } from 'vitest';
import {
  abandonRun,
  assertEpoch,
  beginRun,
  completeRun,
  endAllLeases,
  failRun,
  freezeRun,
  insertScopes,
  listScopes,
  renewLease,
  setNextRun,
} from './coverage.ts';
import type { Database } from './database/database.ts';
import { inTransaction } from './database/transaction.ts';
import type { Scope } from './scope.ts';
import { givenAccount, useTestDatabase } from './testing/test-database.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1_000);
const denied = { class: 'access_denied', message: 'no', permission: 's3:ListAllMyBuckets' } as const;

async function givenScope(): Promise<{ readonly db: Database; readonly scope: Scope }> {
  const db = database();
  const { id } = await givenAccount(db);
  return { db, scope: { accountId: id, technology: 'aws.s3-bucket', region: 'global' } };
}

const only = async (db: Database) => (await listScopes(db, systemViewer))[0];

const begin = (db: Database, scope: Scope, [holder, from, until]: readonly [string, number, number]) =>
  beginRun(db, { scope, holder, at: at(from), leaseUntil: at(until) });

test('each run raises the epoch', async () => {
  const { db, scope } = await givenScope();
  expect([await begin(db, scope, ['a', 0, 10]), await begin(db, scope, ['b', 10, 20])]).toEqual([1, 2]);
  expect(await only(db)).toMatchObject({
    epoch: 2,
    holder: 'b',
    lease_until: at(20),
    last_attempt_at: at(10),
    state: 'never',
  });
});

test.each([
  ['while another holder has it', ['b', 5, 20], undefined],
  ['when the lease has run out', ['b', 10, 20], 2],
  ['by its own holder', ['a', 5, 20], 2],
] as const)('a scope is asked for %s', async (_, asked, epoch) => {
  const { db, scope } = await givenScope();
  await begin(db, scope, ['a', 0, 10]);
  expect(await begin(db, scope, asked)).toBe(epoch);
});

test('of many that ask at once, one gets it', async () => {
  const { db, scope } = await givenScope();
  const epochs = await Promise.all(['a', 'b', 'c', 'd'].map((name) => begin(db, scope, [name, 0, 10])));
  expect(epochs.filter((epoch) => epoch !== undefined)).toEqual([1]);
});

test('a lengthened lease keeps others away', async () => {
  const { db, scope } = await givenScope();
  await begin(db, scope, ['a', 0, 10]);
  await renewLease(db, { scope, epoch: 1 }, at(30));
  expect(await begin(db, scope, ['b', 15, 40])).toBe(undefined);
});

test('a run that lost its scope can neither write nor end', async () => {
  const { db, scope } = await givenScope();
  await begin(db, scope, ['a', 0, 10]);
  await begin(db, scope, ['b', 10, 20]);
  const old = { scope, epoch: 1 };
  const before = await only(db);
  const attempts = [
    () => inTransaction(db, (tx) => assertEpoch(tx, old)),
    () => renewLease(db, old, at(99)),
    () => completeRun(db, old, { at: at(11), listed: 1, held: 0 }),
    () => failRun(db, old, { at: at(11), failure: denied }),
    () => freezeRun(db, old, { at: at(11), failure: denied }),
    () => abandonRun(db, old),
  ];
  for (const attempt of attempts) {
    await expect(attempt()).rejects.toMatchObject({
      code: 'lost_lease',
      message: 'Another run has taken over aws.s3-bucket in global; this one writes nothing more.',
    });
  }
  expect(await only(db)).toEqual(before);
});

test('a scope that was never taken has no epoch to hold', async () => {
  const { db, scope } = await givenScope();
  const work = inTransaction(db, (tx) => assertEpoch(tx, { scope, epoch: 0 }));
  await expect(work).rejects.toMatchObject({ code: 'lost_lease' });
});

test('the epoch that is held is returned with its row', async () => {
  const { db, scope } = await givenScope();
  await begin(db, scope, ['a', 0, 10]);
  const row = await inTransaction(db, (tx) => assertEpoch(tx, { scope, epoch: 1 }));
  expect(row).toEqual(await only(db));
});

test('fails since the first failure, is complete since the first listing, and recovers', async () => {
  const { db, scope } = await givenScope();
  const run = async (holder: string, from: number) => ({
    scope,
    epoch: (await begin(db, scope, [holder, from, from + 5])) ?? 0,
  });
  await failRun(db, await run('a', 0), { at: at(1), failure: denied });
  await failRun(db, await run('b', 10), { at: at(11), failure: { ...denied, class: 'timeout' } });
  expect(await only(db)).toMatchObject({
    state: 'failed',
    failure: { ...denied, class: 'timeout' },
    failing_since: at(1),
    first_complete_at: null,
    holder: null,
    lease_until: null,
  });
  await completeRun(db, await run('c', 20), { at: at(21), listed: 3, held: 1 });
  await completeRun(db, await run('d', 30), { at: at(31), listed: 4, held: 0 });
  const complete = {
    failure: null,
    failing_since: null,
    first_complete_at: at(21),
    last_complete_at: at(31),
  };
  expect(await only(db)).toMatchObject({ state: 'complete', ...complete, listed: 4, held: 0 });
  await freezeRun(db, await run('e', 40), { at: at(41), failure: { ...denied, class: 'region_disabled' } });
  expect(await only(db)).toMatchObject({
    state: 'frozen',
    failing_since: at(41),
    last_complete_at: at(31),
    listed: 4,
  });
});

test('a run that is broken off gives the scope back as it was', async () => {
  const { db, scope } = await givenScope();
  await insertScopes(db, [scope]);
  await begin(db, scope, ['a', 0, 10]);
  await abandonRun(db, { scope, epoch: 1 });
  expect(await only(db)).toMatchObject({ state: 'never', holder: null, lease_until: null });
  expect(await begin(db, scope, ['b', 1, 10])).toBe(2);
});

test('scopes that are known are left alone', async () => {
  const { db, scope } = await givenScope();
  await begin(db, scope, ['a', 0, 10]);
  const before = await only(db);
  await insertScopes(db, [scope, scope]);
  expect(await listScopes(db, systemViewer)).toEqual([before]);
});

test('the next run is set for the scopes given', async () => {
  const { db, scope } = await givenScope();
  const other = { ...scope, region: 'eu-west-1' };
  await insertScopes(db, [scope, other]);
  await setNextRun(db, [scope], at(60));
  const found = await listScopes(db, systemViewer, { regions: ['eu-west-1', 'global'] });
  expect(found.map(({ region, next_run_at }) => [region, next_run_at])).toEqual([
    ['eu-west-1', null],
    ['global', at(60)],
  ]);
  await setNextRun(db, [scope], null);
  expect((await listScopes(db, systemViewer, { regions: ['global'] }))[0]?.next_run_at).toBe(null);
});

test('the sole user of a database ends all leases', async () => {
  const { db, scope } = await givenScope();
  await begin(db, scope, ['a', 0, 10]);
  await endAllLeases(db);
  expect(await begin(db, scope, ['b', 1, 10])).toBe(2);
});
