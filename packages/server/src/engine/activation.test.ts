/** Technologies that the settings switch off: frozen, never deleted, and back with the next scan. */
import type { JsonValue } from '@security-monkey/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../store/testing/test-database.ts';
import { judgeInProcess } from './audit/judge-in-process.ts';
import type { Runtime } from './runtime.ts';
import { type ScanSummary, scan } from './scan.ts';
import { setSetting } from './settings/settings.ts';
import { eventNames, givenFakeAccount, itemStates, rowVersions } from './testing/engine-test.ts';
import { createTestRuntime, type TestRuntime } from './testing/test-runtime.ts';

const database = useTestDatabase();

let engine: TestRuntime;
let runtime: Runtime;
beforeEach(async () => {
  engine = createTestRuntime(database());
  runtime = { ...engine.runtime, judge: judgeInProcess(engine.runtime.registry) };
  await givenFakeAccount(runtime);
  const account = engine.cloud.account('a1');
  account.put({ kind: 'widget', name: 'w1', policy: 'public one', attached: ['v1'] });
  account.put({ kind: 'vault', name: 'v1', body: { Locked: true } });
  await look();
});

async function look(): Promise<ScanSummary> {
  engine.clock.advance(60_000);
  return await scan(runtime, { signal: new AbortController().signal });
}

async function switchTo(value: JsonValue): Promise<void> {
  await setSetting(runtime, 'alice', { key: 'activation', value });
}

const widgetsOff = { technologies: { 'fake.widget': false } };

async function coverageOf(technology: string): Promise<readonly object[]> {
  return await database()
    .selectFrom('coverage')
    .select(['state', 'failure'])
    .distinct()
    .where('technology', '=', technology)
    .execute();
}

const issueHistory = async () => {
  const rows = await database().selectFrom('issue_transition').selectAll().orderBy('at').execute();
  return rows.map(({ to_status: to, cause }) => `${to}: ${cause}`);
};

describe('a technology that is switched off', () => {
  it('is asked for nothing, and what is known of it is frozen with the reason; the rest goes on', async () => {
    await switchTo(widgetsOff);
    const { calls, deleted } = await look();
    expect(Object.keys(calls).filter((operation) => operation.includes('Widget'))).toEqual([]);
    expect(deleted).toBe(0);
    expect(await itemStates(database())).toEqual(['fake.vault/v1 active', 'fake.widget/w1 frozen']);
    expect(await coverageOf('fake.widget')).toEqual([
      {
        state: 'frozen',
        failure: {
          class: 'switched_off',
          message: 'fake.widget is switched off by the setting activation.',
        },
      },
    ]);
    expect(await coverageOf('fake.vault')).toEqual([{ state: 'complete', failure: null }]);
  });

  it('comes back with its history and its issues, and is told of by the changes of the setting only', async () => {
    await switchTo(widgetsOff);
    await look();
    await switchTo({});
    await look();
    expect(await itemStates(database())).toEqual(['fake.vault/v1 active', 'fake.widget/w1 active']);
    expect(await issueHistory()).toEqual(['open: config', 'frozen: frozen', 'open: thawed']);
    expect(await eventNames(database())).toEqual([
      'account.enrolled',
      'settings.changed',
      'settings.changed',
    ]);
  });

  it('stays frozen when the account cannot be connected to, and writes nothing again and again', async () => {
    await switchTo(widgetsOff);
    await look();
    engine.cloud.setFaults([{ kind: 'credentials', operation: 'fake:WhoAmI' }]);
    await look();
    expect((await coverageOf('fake.widget')).length).toBe(1);
    expect(await coverageOf('fake.widget')).toMatchObject([{ state: 'frozen' }]);
    engine.cloud.setFaults([]);
    await look();
    const before = await rowVersions(database(), 'item');
    await look();
    expect(await rowVersions(database(), 'item')).toEqual(before);
  });

  it('is watched where an account says so, and off where another pattern does', async () => {
    await switchTo({ ...widgetsOff, accounts: { 'a*': { 'fake.widget': true } } });
    await look();
    expect(await itemStates(database())).toEqual(['fake.vault/v1 active', 'fake.widget/w1 active']);
    await switchTo({ accounts: { 'b*': { 'fake.widget': false }, a1: { 'fake.vault': false } } });
    await look();
    expect(await itemStates(database())).toEqual(['fake.vault/v1 frozen', 'fake.widget/w1 active']);
  });
});
