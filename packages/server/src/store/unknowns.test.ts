/** Unknowns: replaced for what was audited, with since when. */
import { expect, test } from 'vitest';
import type { Row } from './schema.ts';
import { givenAccount, givenItem, useTestDatabase } from './testing/test-database.ts';
import { replaceUnknowns, unknownsByItems } from './unknowns.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

async function given() {
  const db = database();
  const { id: account_id } = await givenAccount(db);
  const { id: item_id } = await givenItem(db, { account_id });
  const unknown = (check_id: string, change: Partial<Row<'unknown'>> = {}): Row<'unknown'> => ({
    item_id,
    check_id,
    class: 'access_denied',
    path: '/Policy',
    permission: 's3:GetBucketPolicy',
    message: 'no',
    since: new Date(1),
    ...change,
  });
  return { db, item_id, unknown, found: () => unknownsByItems(db, systemViewer, [item_id]) };
}

test('what stays unknown keeps since, what is known again goes, what did not run stays', async () => {
  const { db, item_id, unknown, found } = await given();
  await replaceUnknowns(db, [], [unknown('a'), unknown('b'), unknown('c')]);
  const audited = ['a', 'b'].map((check_id) => ({ item_id, check_id }));
  await replaceUnknowns(db, audited, [unknown('a', { since: new Date(9) })]);
  expect(await found()).toEqual([unknown('a'), unknown('c')]);
});

test('another reason is written, and keeps since', async () => {
  const { db, item_id, unknown, found } = await given();
  await replaceUnknowns(db, [], [unknown('a')]);
  const other = { class: 'timeout', permission: null };
  await replaceUnknowns(db, [{ item_id, check_id: 'a' }], [unknown('a', { ...other, since: new Date(9) })]);
  expect(await found()).toEqual([unknown('a', other)]);
});

test('nothing is written for what has not changed', async () => {
  const { db, item_id, unknown } = await given();
  await replaceUnknowns(db, [], [unknown('a')]);
  const version = async () => db.selectFrom('unknown').select(db.dynamic.ref<'version'>('xmin')).execute();
  const before = await version();
  await replaceUnknowns(db, [{ item_id, check_id: 'a' }], [unknown('a', { since: new Date(9) })]);
  expect(await version()).toEqual(before);
});
