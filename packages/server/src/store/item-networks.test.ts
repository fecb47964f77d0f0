/** Networks of items: replaced by differences. */
import { expect, test } from 'vitest';
import { networksOf, replaceItemNetworks } from './item-networks.ts';
import { givenAccount, givenItem, useTestDatabase } from './testing/test-database.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

test.each([
  ['the first time', [], ['10.0.0.0/8', '::/0'], ['10.0.0.0/8', '::/0']],
  ['one fewer', ['10.0.0.0/8', '::/0'], ['::/0'], ['::/0']],
  ['others', ['10.0.0.0/8'], ['192.0.2.1', '10.0.0.0/8'], ['10.0.0.0/8', '192.0.2.1']],
  ['the same twice', [], ['10.0.0.0/8', '10.0.0.0/8'], ['10.0.0.0/8']],
  ['none', ['10.0.0.0/8'], [], undefined],
])('%s', async (...[, before, given, after]) => {
  const db = database();
  const { id: account_id } = await givenAccount(db);
  const { id } = await givenItem(db, { account_id });
  const other = await givenItem(db, { account_id });
  await replaceItemNetworks(db, [
    { itemId: id, networks: before },
    { itemId: other.id, networks: ['203.0.113.0/24'] },
  ]);
  await replaceItemNetworks(db, [{ itemId: id, networks: given }]);
  const found = await networksOf(db, systemViewer, [id, other.id]);
  expect([found.get(id), found.get(other.id)]).toEqual([after, ['203.0.113.0/24']]);
});
