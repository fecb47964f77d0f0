import { beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../store/testing/test-database.ts';
import { judgeInProcess } from './audit/judge-in-process.ts';
import { createRegistry } from './registry.ts';
import { type ScanSummary, scan } from './scan.ts';
import { givenFakeAccount } from './testing/engine-test.ts';
import { fakePlugin } from './testing/fake-plugin.ts';
import { createTestRuntime, type TestRuntime } from './testing/test-runtime.ts';

const database = useTestDatabase();
let engine: TestRuntime;

beforeEach(async () => {
  engine = createTestRuntime(database());
  await givenFakeAccount(engine.runtime, 'a1');
  await givenFakeAccount(engine.runtime, 'a2');
});

async function run(options: Partial<Parameters<typeof scan>[1]> = {}): Promise<ScanSummary> {
  const { runtime, cloud, clock } = engine;
  clock.advance(60_000);
  const judge = judgeInProcess(createRegistry([fakePlugin(cloud)]));
  return await scan({ ...runtime, judge }, { signal: new AbortController().signal, ...options });
}

const open = { Rules: [{ Port: 22, Source: '0.0.0.0/0' }] };

describe('scan', () => {
  it('watches, records and audits every account, and counts what came of it', async () => {
    engine.cloud.account('a1').put({ kind: 'widget', name: 'w1', body: open, attached: ['v1'] });
    engine.cloud.account('a2').put({ kind: 'widget', name: 'w2', attached: ['v1'] });
    expect(await run()).toMatchObject({ accounts: ['a1', 'a2'], created: 2, issuesOpened: 1, unknowns: 0 });
    engine.cloud.account('a1').put({ kind: 'widget', name: 'w1', body: {}, attached: ['v1'] });
    engine.cloud.account('a2').remove('widget', 'w2');
    const second = await run();
    expect(second).toMatchObject({ changed: 1, deleted: 1, issuesFixed: 1, failedScopes: [], skipped: [] });
    expect(second.calls['fake:WhoAmI']).toBe(2);
  });

  it('lets one dead account harm no other', async () => {
    engine.cloud.account('a1').put({ kind: 'widget', name: 'w1', body: open });
    engine.cloud.account('a2').put({ kind: 'widget', name: 'w2', body: open, attached: ['v1'] });
    engine.cloud.setFaults([{ kind: 'credentials', operation: '*', account: 'a1' }]);
    const summary = await run();
    expect(summary).toMatchObject({ created: 1, issuesOpened: 1 });
    expect(summary.failedAccounts).toMatchObject([{ account: 'a1', failure: { class: 'credentials' } }]);
  });

  it('fixes nothing by what it could not read', async () => {
    const estate = engine.cloud.account('a1');
    estate.put({ kind: 'widget', name: 'w1', policy: 'public', attached: ['v1'] });
    expect(await run()).toMatchObject({ issuesOpened: 1, unknowns: 0 });
    engine.cloud.setFaults([{ kind: 'access_denied', operation: 'fake:GetWidgetPolicy' }]);
    estate.put({ kind: 'widget', name: 'w1', policy: 'private' });
    expect(await run()).toMatchObject({ issuesFixed: 0, unknowns: 1, partialItems: 1 });
    expect(await run()).toMatchObject({ partialItems: 1 });
    engine.cloud.setFaults([]);
    expect(await run()).toMatchObject({ issuesFixed: 1, unknowns: 0, partialItems: 0 });
  });

  it('scans the accounts, technologies and regions that were asked for, and names those that do not exist', async () => {
    const summary = await run({
      accounts: ['a2', 'nobody'],
      technologies: ['fake.note'],
      regions: ['south', 'moon'],
    });
    expect(summary.unknownAccounts).toEqual(['nobody']);
    expect(summary.failedScopes).toMatchObject([
      { account: 'a2', region: 'moon', failure: { class: 'rejected' } },
    ]);
    expect(summary.calls).toEqual({ 'fake:ListNotes': 1, 'fake:ListRegions': 1, 'fake:WhoAmI': 1 });
  });
});
