/** Relations: begin, end and change with a validity of their own. */
import { expect, test } from 'vitest';
import { currentRelations, itemsRelatedTo, relationsAsOf, writeRelations } from './relations.ts';
import { givenAccount, givenItem, useTestDatabase } from './testing/test-database.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

const at = (n: number) => new Date(n * 1_000);

async function givenGroup() {
  const db = database();
  const { id: account_id } = await givenAccount(db);
  const { id: item_id } = await givenItem(db, { account_id });
  const attached = (key: string, value = {}) => ({
    item_id,
    name: 'attachments',
    technology: 'aws.eni',
    key,
    value,
  });
  return { db, item_id, attached };
}

test('what is opened holds from then on, and what is closed until then', async () => {
  const { db, item_id, attached } = await givenGroup();
  await writeRelations(db, { closed: [], opened: [attached('a'), attached('b')], at: at(1) });
  await writeRelations(db, { closed: [attached('a')], opened: [attached('c')], at: at(2) });
  const keys = async (moment: number) =>
    (await relationsAsOf(db, systemViewer, { itemId: item_id, at: at(moment) })).map(({ key }) => key);
  expect([await keys(0), await keys(1), await keys(2), await keys(9)]).toEqual([
    [],
    ['a', 'b'],
    ['b', 'c'],
    ['b', 'c'],
  ]);
  const current = await currentRelations(db, systemViewer, [item_id]);
  expect(current).toEqual([
    { ...attached('b'), valid_from: at(1), valid_to: null },
    { ...attached('c'), valid_from: at(2), valid_to: null },
  ]);
});

test('one whose value changes is closed and opened at the same moment', async () => {
  const { db, item_id, attached } = await givenGroup();
  await writeRelations(db, { closed: [], opened: [attached('a', { n: 1 })], at: at(1) });
  await writeRelations(db, { closed: [attached('a')], opened: [attached('a', { n: 2 })], at: at(2) });
  const values = async (moment: number) =>
    (await relationsAsOf(db, systemViewer, { itemId: item_id, at: at(moment) })).map(({ value }) => value);
  expect([await values(1), await values(2)]).toEqual([[{ n: 1 }], [{ n: 2 }]]);
});

test('one that changes twice at one moment holds as it was last', async () => {
  const { db, item_id, attached } = await givenGroup();
  await writeRelations(db, { closed: [], opened: [attached('a', { n: 1 })], at: at(1) });
  await writeRelations(db, { closed: [attached('a')], opened: [attached('a', { n: 2 })], at: at(1) });
  expect(await currentRelations(db, systemViewer, [item_id])).toEqual([
    { ...attached('a', { n: 2 }), valid_from: at(1), valid_to: null },
  ]);
});

test('the items at the other end, of what holds now', async () => {
  const { db, item_id, attached } = await givenGroup();
  await writeRelations(db, { closed: [], opened: [attached('a'), attached('b')], at: at(1) });
  await writeRelations(db, { closed: [attached('b')], opened: [], at: at(2) });
  const related = (technology: string, ...keys: readonly string[]) =>
    itemsRelatedTo(db, systemViewer, { technology, keys });
  expect(await related('aws.eni', 'a', 'b')).toEqual([item_id]);
  expect(await related('aws.eni', 'b')).toEqual([]);
  expect(await related('aws.other', 'a')).toEqual([]);
});
