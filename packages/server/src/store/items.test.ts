/** Items: what is known of a page, and the walk through a scope. */
import { expect, test } from 'vitest';
import { upsertEphemeral } from './ephemeral.ts';
import { countScopeItems, itemsByIds, itemsByLineage, knownItems, scopeItems } from './items.ts';
import { givenTime as at } from './testing/given.ts';
import { givenCopies } from './testing/given-copies.ts';
import { givenAccount, givenItem, useTestDatabase } from './testing/test-database.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

test('the known ones of a page, with the digest of their last observation', async () => {
  const db = database();
  const { id: account_id } = await givenAccount(db);
  const other = await givenAccount(db);
  const seen = await givenItem(db, { account_id, identity: 'a', config: { secret: 'none' } });
  await givenItem(db, { account_id, identity: 'b', status: 'deleted', deleted_at: at });
  await givenItem(db, { account_id, identity: 'c', technology: 'aws.other' });
  await givenItem(db, { account_id: other.id, identity: 'a' });
  await upsertEphemeral(db, [{ item_id: seen.id, body: {}, observed_hash: 'h', observed_at: at }]);
  const known = await knownItems(db, systemViewer, {
    accountId: account_id,
    technology: 'aws.s3-bucket',
    identities: ['a', 'b', 'c', 'new'],
  });
  expect(known.map(({ identity, status, observed_hash }) => [identity, status, observed_hash])).toEqual([
    ['a', 'active', 'h'],
    ['b', 'deleted', null],
  ]);
  expect(known[0]).not.toHaveProperty('config');
});

test('whole items by id', async () => {
  const db = database();
  const { id: account_id } = await givenAccount(db);
  const item = await givenItem(db, {
    account_id,
    config: { a: [1] },
    tags: { team: 'x' },
    terms: ['a', 'b'],
  });
  expect(await itemsByIds(db, systemViewer, [item.id])).toEqual([item]);
  expect(item).toMatchObject({ config: { a: [1] }, tags: { team: 'x' }, terms: ['a', 'b'] });
});

test('every holder of a lineage, the oldest first', async () => {
  const db = database();
  const { id: account_id } = await givenAccount(db);
  const lineage = 'arn:aws:s3:::logs';
  await givenItem(db, { account_id, lineage, identity: 'second', first_seen: new Date(2) });
  await givenItem(db, { account_id, lineage, identity: 'first', first_seen: new Date(1), status: 'deleted' });
  await givenItem(db, { account_id });
  const found = await itemsByLineage(db, systemViewer, { accountId: account_id, lineages: [lineage] });
  expect(found.map(({ identity }) => identity)).toEqual(['first', 'second']);
});

test('a scope is walked whole in pages: active, missing and frozen items, not deleted ones', async () => {
  const db = database();
  const { id: account_id } = await givenAccount(db);
  const scope = { accountId: account_id, technology: 'aws.s3-bucket', region: 'global' };
  const { id: like } = await givenItem(db, { account_id, name: 'first' });
  await givenItem(db, { account_id, status: 'frozen' });
  await givenItem(db, { account_id, missing_since: at });
  await givenItem(db, { account_id, status: 'deleted' });
  await givenItem(db, { account_id, scope_region: 'us-east-1' });
  await givenCopies(db, like, 1_997);
  const pages = await Array.fromAsync(scopeItems(db, systemViewer, scope));
  expect(pages.map((page) => page.length)).toEqual([1_000, 1_000]);
  expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(2_000);
  expect(await countScopeItems(db, systemViewer, scope)).toBe(2_000);
});

test('an empty scope has no page', async () => {
  const scope = { accountId: '00000000-0000-7000-8000-000000000000', technology: 't', region: 'r' };
  expect(await Array.fromAsync(scopeItems(database(), systemViewer, scope))).toEqual([]);
});
