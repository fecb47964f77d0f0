import { definePlugin, defineWatcher, type JsonObject } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { useTestDatabase } from '../store/testing/test-database.ts';
import { useCollectTest } from './testing/collect-test.ts';
import { persistConclusion } from './record/persist-conclusion.ts';
import { createRecorder } from './record/recorder.ts';
import { createSeenSet } from './record/seen-set.ts';
import { createRegistry } from './registry.ts';
import { collect } from './testing/engine-test.ts';
import { fakePlugin } from './testing/fake-plugin.ts';

const { db, engine, estate, givenWidgets, scan, itemNamed, accountId } = useCollectTest();

it('D1', async () => {
  estate().put({ kind: 'vault', name: 'v1' });
  givenWidgets(1);
  await scan();
  const item = await itemNamed('w1');
  const account = await db().selectFrom('account').selectAll().executeTakeFirstOrThrow();
  const scope = { accountId: account.id, technology: 'fake.widget', region: 'south' };
  const cov = await db().selectFrom('coverage').selectAll().where('technology', '=', 'fake.widget').where('region', '=', 'south').executeTakeFirstOrThrow();
  const watcher = engine().runtime.registry.watcher('fake.widget');
  if (!watcher) throw new Error();
  await persistConclusion(engine().runtime, { account, run: { scope, epoch: cov.epoch }, recorder: createRecorder(watcher, { partition: 'fake', account: 'a1', region: 'south' }, engine().runtime.digestKey), seen: createSeenSet(), gone: createSeenSet(), failing: createSeenSet(), hadFailures: false }, { conclusions: { deleted: [item.id], present: [], marked: [], held: 0 }, listed: 0 });
  expect((await itemNamed('w1')).status).toBe('active');
});

it('D6', async () => {
  const rows = { list: [{ Name: 'b', Created: '1' }] as JsonObject[] };
  const watcher = defineWatcher({
    id: 'fake.bucket', accountType: 'fake', title: { one: 'b', many: 'bs' }, documentation: 'https://example.com', version: 1,
    scope: 'global', permissions: {}, gone: ['No'], ephemeral: [], secret: [], unordered: [], relations: [],
    config: z.looseObject({ Name: z.string(), Created: z.string() }),
    identity: (c) => `${c.Name}@${c.Created}`, lineage: (c) => `bucket/${c.Name}`, name: (c) => c.Name,
    list: async function* () { yield rows.list; },
    confirm: async () => {},
  });
  const plugin = fakePlugin(engine().cloud);
  const registry = createRegistry([definePlugin({ ...plugin, watchers: [...plugin.watchers, watcher] })]);
  const runtime = { ...engine().runtime, registry };
  const go = async (created: string) => {
    engine().clock.advance(60_000);
    rows.list = [{ Name: 'b', Created: created }];
    await collect(runtime, accountId(), { technologies: ['fake.bucket'] });
    return (await db().selectFrom('item').select(['identity', 'status', 'missing_since']).orderBy('identity').execute()).map((r) => `${r.identity} ${r.status}`);
  };
  expect(await go('1')).toEqual(['b@1 active']);
  expect(await go('2')).toEqual(['b@1 deleted', 'b@2 active']);
  expect(await go('1')).toEqual(['b@1 active', 'b@2 deleted']);
});
