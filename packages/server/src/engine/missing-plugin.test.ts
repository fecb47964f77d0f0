/** While a plugin that the configuration names cannot be loaded, nothing is concluded from what it does not say. */
import { defineCheck, definePlugin, defineWatcherReference } from '@security-monkey/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../store/testing/test-database.ts';
import { judgeInProcess } from './audit/judge-in-process.ts';
import { createRegistry, type FailedPlugin, type Registry } from './registry.ts';
import type { Runtime } from './runtime.ts';
import { scan } from './scan.ts';
import { eventNames, givenFakeAccount, rowVersions } from './testing/engine-test.ts';
import { openRule } from './testing/fake-checks.ts';
import { fakePlugin } from './testing/fake-plugin.ts';
import { widgetWatcher } from './testing/fake-watchers.ts';
import { createTestRuntime, type TestRuntime } from './testing/test-runtime.ts';

const database = useTestDatabase();

const failed: readonly FailedPlugin[] = [{ name: 'acme', message: 'The plugin acme cannot be loaded.' }];
const extra = definePlugin({
  name: 'extra',
  accountTypes: [],
  watchers: [],
  checks: [
    defineCheck({
      ...openRule,
      id: 'fake.widget.open-again',
      watcher: defineWatcherReference({
        id: 'fake.widget',
        accountType: 'fake',
        config: widgetWatcher.config,
      }),
    }),
  ],
  alerters: [],
});

let engine: TestRuntime;
let accountId: string;
beforeEach(async () => {
  engine = createTestRuntime(database());
  accountId = (await givenFakeAccount(engine.runtime)).id;
  engine.cloud.account('a1').put({
    kind: 'widget',
    name: 'w1',
    attached: ['v1'],
    body: { Size: 1, Members: [], Rules: [{ Port: 22, Source: '0.0.0.0/0' }] },
  });
});

async function look(registry: Registry) {
  engine.clock.advance(60_000);
  const runtime: Runtime = { ...engine.runtime, registry, judge: judgeInProcess(registry) };
  return await scan(runtime, { signal: new AbortController().signal });
}

const fake = () => fakePlugin(engine.cloud);

async function issues() {
  return await database()
    .selectFrom('issue')
    .select(['check_id', 'status', 'unverified_since'])
    .orderBy('check_id')
    .execute();
}

const standing = async () => ({
  items: (await database().selectFrom('item').select('status').execute()).map(({ status }) => status),
  issues: (await issues()).map(({ status }) => status),
  scopes: (await database().selectFrom('coverage').select('state').distinct().execute()).map(
    ({ state }) => state,
  ),
});

describe('an account and its technologies', () => {
  it('freeze, with the reason, and thaw by the first scan with the plugin, with one message each', async () => {
    await look(createRegistry([fake()]));
    const before = await standing();
    expect(before).toEqual({ items: ['active'], issues: ['open'], scopes: ['complete'] });
    const { failedAccounts } = await look(createRegistry([], failed));
    expect(failedAccounts).toMatchObject([
      { failure: { class: 'plugin_missing', message: 'No plugin brings the account type fake.' } },
    ]);
    expect(await standing()).toEqual({ items: ['frozen'], issues: ['frozen'], scopes: ['frozen'] });
    await look(createRegistry([fake()]));
    expect(await standing()).toEqual(before);
    expect(await eventNames(database())).toEqual(['account.enrolled', 'scope.failed *', 'scope.recovered *']);
  });

  it('freeze also where only the watchers are missing', async () => {
    await look(createRegistry([fake()]));
    await look(createRegistry([definePlugin({ ...fake(), watchers: [], checks: [] })], failed));
    const rows = await database()
      .selectFrom('coverage')
      .select(['technology', 'failure'])
      .distinct()
      .execute();
    const reasons = new Map(rows.map(({ technology, failure }) => [technology, failure?.message]));
    expect(reasons.get('fake.widget')).toBe('No plugin brings the technology fake.widget.');
    expect((await standing()).items).toEqual(['frozen']);
  });

  it('cost no write once they are frozen', async () => {
    await look(createRegistry([fake()]));
    const without = createRegistry([definePlugin({ ...fake(), watchers: [], checks: [] })], failed);
    await look(without);
    const tables = ['coverage', 'item', 'issue', 'audit_queue', 'audit_state'] as const;
    const versions = () => Promise.all(tables.map((table) => rowVersions(database(), table)));
    const before = await versions();
    await look(without);
    expect(await versions()).toEqual(before);
  });
});

describe('the issue of a check on a watcher of another plugin', () => {
  const withExtra = () => createRegistry([fake(), extra]);

  it('stays open and is not verified while its plugin is missing, and is verified again with it', async () => {
    await look(withExtra());
    await look(createRegistry([fake()], failed));
    expect(await issues()).toEqual([
      { check_id: 'fake.widget.open-again', status: 'open', unverified_since: engine.clock.now() },
      { check_id: 'fake.widget.open-rule', status: 'open', unverified_since: null },
    ]);
    await look(withExtra());
    expect(await issues()).toMatchObject([{ status: 'open', unverified_since: null }, {}]);
  });

  it('retires when its plugin is named no more, also after it could not be loaded', async () => {
    await look(withExtra());
    await look(createRegistry([fake()], failed));
    await look(createRegistry([fake()]));
    expect(await issues()).toMatchObject([
      { check_id: 'fake.widget.open-again', status: 'retired' },
      { check_id: 'fake.widget.open-rule', status: 'open' },
    ]);
  });

  it('stays retired when another plugin cannot be loaded later', async () => {
    await look(withExtra());
    await look(createRegistry([fake()]));
    await look(createRegistry([fake()], failed));
    expect(await issues()).toMatchObject([{ status: 'retired' }, { status: 'open' }]);
  });
});

it('an inactive account stays frozen for its own reason', async () => {
  await look(createRegistry([fake()]));
  await database().updateTable('account').set({ active: false }).where('id', '=', accountId).execute();
  await look(createRegistry([], failed));
  const rows = await database().selectFrom('coverage').select('failure').distinct().execute();
  expect(rows.map(({ failure }) => failure?.class)).toEqual(['account_suspended']);
});
