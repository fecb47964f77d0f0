import { expect, it } from 'vitest';
import { loadSettings } from '../engine/settings/settings.ts';
import { useCollectTest } from '../engine/testing/collect-test.ts';
import { givenItem } from '../store/testing/test-database.ts';
import { findDueAccounts } from './due.ts';
import { runCollect } from './jobs.ts';

const { db, engine, estate, accountId } = useCollectTest();

it('a scope that its watcher lists otherwise by now is frozen, and is not due for ever', async () => {
  const { runtime } = engine();
  const collectDue = (): Promise<void> =>
    runCollect(runtime, { id: 'job', accountId: accountId() }, new AbortController().signal);
  estate().put({ kind: 'note', name: 'n1' });
  await collectDue();
  await givenItem(db(), {
    account_id: accountId(),
    technology: 'fake.note',
    scope_region: 'global',
    region: 'global',
    name: 'gone',
  });
  await db()
    .insertInto('coverage')
    .values({
      account_id: accountId(),
      technology: 'fake.note',
      region: 'global',
      state: 'complete',
      next_run_at: runtime.clock.now(),
    })
    .execute();
  engine().clock.advance(60_000);
  await collectDue();
  const settings = await loadSettings(db());
  const { registry, clock } = runtime;
  expect(await findDueAccounts(db(), { registry, settings, now: clock.now() })).toEqual([]);
  const scopes = await db()
    .selectFrom('coverage')
    .select(['region', 'state'])
    .where('technology', '=', 'fake.note')
    .orderBy('region')
    .execute();
  expect(scopes.map(({ region, state }) => `${region} ${state}`)).toEqual([
    'global frozen',
    'north complete',
    'south complete',
  ]);
  const items = await db()
    .selectFrom('item')
    .select(['name', 'status'])
    .where('technology', '=', 'fake.note')
    .orderBy('name')
    .execute();
  expect(items.map(({ name, status }) => `${name} ${status}`)).toEqual(['gone frozen', 'n1 active']);
});
