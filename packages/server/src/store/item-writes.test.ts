/** Items: batches of rows, and the ways of their status. */
import { expect, test } from 'vitest';
import type { Database } from './database/database.ts';
import {
  clearMissing,
  freezeScope,
  type ItemChange,
  insertItems,
  markDeleted,
  markMissing,
  type NewItem,
  refreshItemTotals,
  setIgnored,
  thawItems,
  updateItems,
} from './item-writes.ts';
import { itemsByIds } from './items.ts';
import type { Row } from './schema.ts';
import { givenTime as at, givenId } from './testing/given.ts';
import { givenAccount, givenIssue, givenItem, useTestDatabase } from './testing/test-database.ts';
import { replaceUnknowns } from './unknowns.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

const newItem = (account_id: string, name: string): NewItem => ({
  id: givenId(),
  account_id,
  technology: 'aws.s3-bucket',
  scope_region: 'global',
  region: 'eu-west-1',
  identity: name,
  lineage: `arn:aws:s3:::${name}`,
  name,
  tags: { name, odd: 'a"b\\c 漢🐒' },
  terms: [name, 'x'],
  status: 'active',
  predecessor: null,
  first_seen: at,
  last_changed: at,
  deleted_at: null,
  missing_since: null,
  config: { Name: name, Nothing: null, Deep: [{ a: [] }] },
  config_hash: `hash-${name}`,
  recorder: 'r1',
  unreadable: [{ path: '/Policy', class: 'access_denied', message: 'no' }],
});

const stored = async (db: Database, id: string): Promise<Row<'item'>> => {
  const [item] = await itemsByIds(db, systemViewer, [id]);
  if (item === undefined) throw new Error('The item is not there.');
  return item;
};

test('a batch is stored as it was given, with empty totals', async () => {
  const db = database();
  const { id } = await givenAccount(db);
  const items = ['a', 'b'].map((name) => newItem(id, name));
  await insertItems(db, items);
  const totals = { ignored_by: null, score: 0, open_issues: 0, unknowns: 0 };
  expect(
    await itemsByIds(
      db,
      systemViewer,
      items.map((item) => item.id),
    ),
  ).toEqual(items.map((item) => ({ ...item, ...totals })));
});

test('more rows than one statement takes', async () => {
  const db = database();
  const { id } = await givenAccount(db);
  const items = Array.from({ length: 2_500 }, (_, index) => newItem(id, `n${index}`));
  await insertItems(db, items);
  const { count } = await db
    .selectFrom('item')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(count).toBe(2_500);
});

test('what PostgreSQL does not store is replaced, not refused', async () => {
  const db = database();
  const { id } = await givenAccount(db);
  const item = { ...newItem(id, 'a'), name: 'a\0b', config: { text: 'x\uD800y\0z', safe: '\\u0000' } };
  await insertItems(db, [item]);
  expect(await stored(db, item.id)).toMatchObject({
    name: 'a\u2400b',
    config: { text: 'x\uFFFDy\u2400z', safe: '\\u0000' },
  });
});

test('an update replaces what recording may change, for each item its own', async () => {
  const db = database();
  const { id } = await givenAccount(db);
  const items = ['a', 'b', 'c'].map((name) => newItem(id, name));
  await insertItems(db, items);
  const changes = items.slice(0, 2).map(
    (item): ItemChange => ({
      ...item,
      name: `${item.name}!`,
      config: { new: item.name },
      config_hash: 'other',
      last_changed: new Date(7),
      predecessor: items[2]?.id ?? null,
      unreadable: [],
    }),
  );
  await updateItems(db, changes);
  const [a, b, c] = await itemsByIds(
    db,
    systemViewer,
    items.map((item) => item.id),
  );
  const totals = { ignored_by: null, score: 0, open_issues: 0, unknowns: 0 };
  expect([a, b]).toEqual(changes.map((change) => ({ ...change, ...totals })));
  expect(c).toEqual({ ...items[2], ...totals });
});

test('missing is noted from the first absence on, and forgotten', async () => {
  const db = database();
  const { id } = await givenAccount(db);
  const item = await givenItem(db, { account_id: id });
  await markMissing(db, [item.id], new Date(1));
  await markMissing(db, [item.id], new Date(2));
  expect((await stored(db, item.id)).missing_since).toEqual(new Date(1));
  await clearMissing(db, [item.id]);
  expect(await stored(db, item.id)).toEqual(item);
});

test('deleted once, at the first moment', async () => {
  const db = database();
  const { id } = await givenAccount(db);
  const item = await givenItem(db, { account_id: id, missing_since: new Date(1) });
  await markDeleted(db, [item.id], new Date(5));
  await markDeleted(db, [item.id], new Date(6));
  const gone = { status: 'deleted', deleted_at: new Date(5), last_changed: new Date(5), missing_since: null };
  expect(await stored(db, item.id)).toEqual({ ...item, ...gone });
});

test('a scope freezes and thaws without deleting or reviving anything', async () => {
  const db = database();
  const { id } = await givenAccount(db);
  const active = await givenItem(db, { account_id: id });
  const deleted = await givenItem(db, { account_id: id, status: 'deleted' });
  const elsewhere = await givenItem(db, { account_id: id, scope_region: 'us-east-1' });
  const scope = { accountId: id, technology: 'aws.s3-bucket', region: 'global' };
  expect(await Array.fromAsync(freezeScope(db, scope))).toEqual([[active.id]]);
  expect(await Array.fromAsync(freezeScope(db, scope))).toEqual([]);
  const statuses = async () =>
    (await itemsByIds(db, systemViewer, [active.id, deleted.id, elsewhere.id])).map(({ status }) => status);
  expect(await statuses()).toEqual(['frozen', 'deleted', 'active']);
  await thawItems(db, [active.id, deleted.id, elsewhere.id]);
  expect(await statuses()).toEqual(['active', 'deleted', 'active']);
});

test('totals count what is open and unknown, and go back to nothing', async () => {
  const db = database();
  const { id } = await givenAccount(db);
  const item = await givenItem(db, { account_id: id });
  const unknown = {
    item_id: item.id,
    check_id: 'c',
    class: 'x',
    path: '',
    permission: null,
    message: '',
    since: at,
  };
  await givenIssue(db, item, { score: 9 });
  await givenIssue(db, item, { score: 5, message_id: 'other' });
  await givenIssue(db, item, { score: 8, message_id: 'accepted', status: 'justified' });
  await replaceUnknowns(db, [], [unknown]);
  await refreshItemTotals(db, [item.id]);
  expect(await stored(db, item.id)).toMatchObject({ score: 14, open_issues: 2, unknowns: 1 });
  await db.deleteFrom('issue').execute();
  await replaceUnknowns(db, [unknown], []);
  await refreshItemTotals(db, [item.id]);
  expect(await stored(db, item.id)).toEqual(item);
});

test('what is ignored is noted once, and taken back', async () => {
  const db = database();
  const { id: account_id } = await givenAccount(db);
  const [a, b] = [await givenItem(db, { account_id }), await givenItem(db, { account_id })];
  const entries = async () => [(await stored(db, a.id)).ignored_by, (await stored(db, b.id)).ignored_by];
  await setIgnored(db, [
    { id: a.id, ignored_by: 'temporary' },
    { id: b.id, ignored_by: null },
  ]);
  expect(await entries()).toEqual(['temporary', null]);
  const version = () => db.selectFrom('item').select(db.dynamic.ref<'version'>('xmin')).execute();
  const before = await version();
  await setIgnored(db, [{ id: a.id, ignored_by: 'temporary' }]);
  expect(await version()).toEqual(before);
  await setIgnored(db, [{ id: a.id, ignored_by: null }]);
  expect(await entries()).toEqual([null, null]);
});
