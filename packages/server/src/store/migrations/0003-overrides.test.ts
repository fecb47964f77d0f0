/** Scores that were set for accounts are overrides afterwards. */
import type { JsonValue } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { listSettings, saveSetting } from '../settings.ts';
import { givenTime as at } from '../testing/given.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { systemViewer } from '../viewer.ts';
import { up } from './0003-overrides.ts';

const database = useTestDatabase();

it.each<readonly [JsonValue, JsonValue]>([
  [
    { 'aws:1': { 'c.one': 3, 'c.two': 0 }, 'aws:2': {} },
    { 'aws:1': { 'c.one': { score: 3 }, 'c.two': { score: 0 } }, 'aws:2': {} },
  ],
  [{}, {}],
])('%j become %j', async (scores, overrides) => {
  await saveSetting(database(), { key: 'scores', value: scores, at, by: 'alice' });
  await up(database());
  expect(await listSettings(database(), systemViewer)).toEqual([
    { key: 'overrides', value: overrides, updated_at: at, updated_by: 'alice' },
  ]);
});

it('where nothing was set, nothing is', async () => {
  await up(database());
  expect(await listSettings(database(), systemViewer)).toEqual([]);
});
