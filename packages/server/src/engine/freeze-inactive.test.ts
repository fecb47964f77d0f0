import { beforeEach, expect, it } from 'vitest';
import { updateAccount } from '../store/accounts.ts';
import { useTestDatabase } from '../store/testing/test-database.ts';
import { systemViewer } from '../store/viewer.ts';
import { listFailures } from '../store/views/list-failures.ts';
import { judgeInProcess } from './audit/judge-in-process.ts';
import type { Runtime } from './runtime.ts';
import { scan } from './scan.ts';
import { eventNames, givenFakeAccount, rowVersions } from './testing/engine-test.ts';
import { createTestRuntime, type TestRuntime } from './testing/test-runtime.ts';

const database = useTestDatabase();

let engine: TestRuntime;
let runtime: Runtime;
let accountId: string;
beforeEach(async () => {
  engine = createTestRuntime(database());
  runtime = { ...engine.runtime, judge: judgeInProcess(engine.runtime.registry) };
  accountId = (await givenFakeAccount(runtime)).id;
  engine.cloud.account('a1').put({ kind: 'widget', name: 'w1', policy: 'public one', attached: ['v1'] });
  await look();
});

async function look(): Promise<void> {
  engine.clock.advance(60_000);
  await scan(runtime, { signal: new AbortController().signal });
}

async function standing(): Promise<unknown> {
  const items = await database().selectFrom('item').select(['name', 'status']).execute();
  const issues = await database().selectFrom('issue').select('status').execute();
  const scopes = await database()
    .selectFrom('coverage')
    .select(['state', 'next_run_at'])
    .distinct()
    .execute();
  return [items.map(({ status }) => status), issues.map(({ status }) => status), scopes];
}

it('freezes what is known of an account that was switched off, without news, and thaws it with the next scan', async () => {
  expect(await standing()).toEqual([['active'], ['open'], [{ state: 'complete', next_run_at: null }]]);
  await updateAccount(database(), accountId, { active: false });
  await look();
  expect(await standing()).toEqual([['frozen'], ['frozen'], [{ state: 'frozen', next_run_at: null }]]);
  await updateAccount(database(), accountId, { active: true });
  await look();
  expect(await standing()).toEqual([['active'], ['open'], [{ state: 'complete', next_run_at: null }]]);
  expect(await eventNames(database())).toEqual(['account.enrolled']);
});

it('says why nothing is looked at, and that nothing has to be mended', async () => {
  await updateAccount(database(), accountId, { active: false });
  await look();
  const scopes = await database().selectFrom('coverage').select('failure').execute();
  expect(new Set(scopes.map(({ failure }) => failure?.message))).toEqual(
    new Set(['a1 is switched off: it is not watched.']),
  );
  expect(await listFailures(database(), systemViewer)).toEqual([]);
});

it('writes nothing once everything is frozen', async () => {
  await updateAccount(database(), accountId, { active: false });
  await look();
  const tables = ['coverage', 'item', 'issue', 'audit_queue', 'audit_state'] as const;
  const versions = () => Promise.all(tables.map((table) => rowVersions(database(), table)));
  const before = await versions();
  await look();
  expect(await versions()).toEqual(before);
});

it('leaves a scope that a run still holds to the next time', async () => {
  const until = new Date(engine.clock.now().getTime() + 3_600_000);
  await database().updateTable('coverage').set({ holder: 'other', lease_until: until }).execute();
  await updateAccount(database(), accountId, { active: false });
  await look();
  expect(await standing()).toMatchObject([['active'], ['open'], [{ state: 'complete' }]]);
});
