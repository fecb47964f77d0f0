/** Accounts: changes that write only what changed, and removal with everything recorded. */
import { expect, test } from 'vitest';
import {
  accountById,
  insertAccount,
  listAccounts,
  markEnrolled,
  removeAccount,
  saveAccountFacts,
  updateAccount,
} from './accounts.ts';
import { assertEpoch, beginRun } from './coverage.ts';
import { inTransaction } from './database/transaction.ts';
import { insertRevisions } from './revisions.ts';
import { givenId, givenTime } from './testing/given.ts';
import { givenAccount, givenIssue, givenItem, testEngine, useTestDatabase } from './testing/test-database.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

test('a new account is not enrolled and nothing is known of it', async () => {
  const id = givenId();
  const account = await insertAccount(database(), {
    id,
    type: 'aws',
    identifier: '123456789012',
    name: 'prod',
    fields: { role: 'SecurityMonkey' },
    third_party: false,
    active: true,
    created_at: givenTime,
  });
  expect(account).toEqual({
    id,
    type: 'aws',
    identifier: '123456789012',
    name: 'prod',
    fields: { role: 'SecurityMonkey' },
    third_party: false,
    active: true,
    facts: null,
    notes: '',
    created_at: givenTime,
    enrolled_at: null,
    scan_asked_at: null,
    discovered_by: null,
    left_out: null,
  });
});

test('a change touches what it names', async () => {
  const db = database();
  const before = await givenAccount(db);
  await updateAccount(db, before.id, { active: false, fields: { role: 'x' } });
  expect(await accountById(db, systemViewer, before.id)).toEqual({
    ...before,
    active: false,
    fields: { role: 'x' },
  });
});

test('equal facts are not written again', async () => {
  const db = database();
  const { id } = await givenAccount(db);
  const version = async () =>
    (await db.selectFrom('account').select(db.dynamic.ref<'version'>('xmin')).execute())[0];
  await saveAccountFacts(db, id, { partition: 'aws', aliases: ['a'] });
  const written = await version();
  await saveAccountFacts(db, id, { aliases: ['a'], partition: 'aws' });
  expect(await version()).toEqual(written);
  expect((await accountById(db, systemViewer, id))?.facts).toEqual({ partition: 'aws', aliases: ['a'] });
});

test('the enrolment ends once', async () => {
  const db = database();
  const { id } = await givenAccount(db, { enrolled_at: null });
  expect([await markEnrolled(db, id, givenTime), await markEnrolled(db, id, new Date(9))]).toEqual([
    true,
    false,
  ]);
  expect((await accountById(db, systemViewer, id))?.enrolled_at).toEqual(givenTime);
});

test.each([
  ['all by name', {}, ['a', 'b', 'c']],
  ['active ones', { active: true }, ['b', 'c']],
  ['inactive ones', { active: false }, ['a']],
  ['of a type', { type: 'gcp' }, ['c']],
  ['none of no ids', { ids: [] }, []],
])('lists %s', async (_, selection, names) => {
  const db = database();
  await givenAccount(db, { name: 'c', type: 'gcp' });
  await givenAccount(db, { name: 'a', active: false });
  await givenAccount(db, { name: 'b' });
  const found = await listAccounts(db, systemViewer, selection);
  expect(found.map(({ name }) => name)).toEqual(names);
});

test('removal takes items, revisions and issues along, and nothing of others', async () => {
  const db = database();
  const [gone, stays] = [await givenAccount(db), await givenAccount(db)];
  for (const { id } of [gone, stays]) await givenIssue(db, await givenItem(db, { account_id: id }));
  await inTransaction(db, (tx) => removeAccount(tx, gone.id));
  const left = async (table: 'account' | 'item' | 'revision' | 'issue') =>
    (await db.selectFrom(table).select('id').execute()).length;
  expect([await left('account'), await left('item'), await left('revision'), await left('issue')]).toEqual([
    1, 1, 1, 1,
  ]);
  expect((await listAccounts(db, systemViewer)).map(({ id }) => id)).toEqual([stays.id]);
});

// The embedded database runs one transaction at a time.
test.runIf(testEngine === 'postgres')(
  'an account is removed after the page that a scan just writes',
  async () => {
    const db = database();
    const { id } = await givenAccount(db);
    const item = await givenItem(db, { account_id: id });
    const scope = { accountId: id, technology: item.technology, region: item.scope_region };
    const leaseUntil = new Date(givenTime.getTime() + 1);
    const epoch = (await beginRun(db, { scope, holder: 'scan', leaseUntil, at: givenTime })) ?? 0;
    const begun = Promise.withResolvers<void>();
    const page = inTransaction(db, async (tx) => {
      await assertEpoch(tx, { scope, epoch });
      const late = { id: givenId(), item_id: item.id, valid_from: leaseUntil, observed_at: leaseUntil };
      const rest = { kind: 'changed', config_hash: item.config_hash, source: 'scan', actor: null } as const;
      await insertRevisions(tx, [{ ...late, ...rest, unreadable: [] }]);
      begun.resolve();
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await begun.promise;
    await inTransaction(db, (tx) => removeAccount(tx, id));
    await page;
    expect(await db.selectFrom('revision').select('id').execute()).toEqual([]);
  },
);
