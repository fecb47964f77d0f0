/** A provider that tells another creation date for a while, and then the first one again. */
import { definePlugin, defineWatcher, type JsonObject } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createRegistry } from '../registry.ts';
import { useCollectTest } from '../testing/collect-test.ts';
import { collect } from '../testing/engine-test.ts';
import { fakePlugin } from '../testing/fake-plugin.ts';

const { db, engine, accountId } = useCollectTest();

/** As with buckets: the identity has the date, the lineage has not, and only the name can be asked for. */
function bucketWatcher(list: () => readonly JsonObject[]) {
  return defineWatcher({
    id: 'fake.bucket',
    accountType: 'fake',
    title: { one: 'bucket', many: 'buckets' },
    documentation: 'https://example.com/ListBuckets',
    version: 1,
    scope: 'global',
    permissions: {},
    gone: ['NoSuchBucket'],
    ephemeral: [],
    secret: [],
    unordered: [],
    relations: [],
    config: z.looseObject({ Name: z.string(), Created: z.string() }),
    identity: ({ Name, Created }) => `${Name}@${Created}`,
    lineage: ({ Name }) => `bucket/${Name}`,
    name: ({ Name }) => Name,
    list: async function* () {
      yield list();
    },
    confirm: async () => undefined,
  });
}

it('leaves one item of the resource: the one that the listing shows', async () => {
  let created = '';
  const plugin = fakePlugin(engine().cloud);
  const watcher = bucketWatcher(() => [{ Name: 'b', Created: created }]);
  const registry = createRegistry([definePlugin({ ...plugin, watchers: [...plugin.watchers, watcher] })]);
  const scanWith = async (date: string): Promise<readonly string[]> => {
    created = date;
    engine().clock.advance(60_000);
    await collect({ ...engine().runtime, registry }, accountId(), { technologies: ['fake.bucket'] });
    const rows = await db().selectFrom('item').select(['identity', 'status']).orderBy('identity').execute();
    return rows.map(({ identity, status }) => `${identity} ${status}`);
  };
  expect(await scanWith('1')).toEqual(['b@1 active']);
  expect(await scanWith('2')).toEqual(['b@1 deleted', 'b@2 active']);
  expect(await scanWith('1')).toEqual(['b@1 active', 'b@2 deleted']);
});
