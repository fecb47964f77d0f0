/** Law 7: unchanged costs nothing. A rescan writes rows per scope only; drifting values one side row; equal configs are one row. */

import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { rowVersions } from '../../packages/server/src/engine/testing/engine-test.ts';
import type { Tables } from '../../packages/server/src/store/schema.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { creation } from './history/plan.ts';
import { createStage, mutate, runScan, type Stage } from './history/stage.ts';
import { runs, settings, tellRuns } from './runs.ts';

const database = useTestDatabase();
let quiet = 0;

afterAll(() => tellRuns('7', { 'quiet rescans': quiet }));

/** Every table of the schema, so that a new one is held to the law too. */
async function tableNames(): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not like 'kysely%' and table_name not like 'revision\\_%'
    order by name`.execute(database());
  return rows.map(({ name }) => name);
}

/** By table, its rows with the transaction that wrote each of them last. */
async function versions(): Promise<Readonly<Record<string, readonly string[]>>> {
  const names = await tableNames();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await rowVersions(database(), tableOf(name))] as const),
    ),
  );
}

function tableOf(name: string): keyof Tables {
  return name as keyof Tables;
}

/** The tables of which something was written. */
async function writtenBy(work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = await versions();
  await work();
  const after = await versions();
  return Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

let stage: Stage;

beforeEach(async () => {
  stage = await createStage(database(), ['a1']);
});

async function rescan(): Promise<void> {
  stage.clock.advance(60_000);
  await runScan(stage, { faults: [] });
}

describe('a rescan', () => {
  it('of any estate that has not changed writes rows of coverage only', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(creation, { minLength: 1, maxLength: 16 }), async (resources) => {
        stage = await createStage(database(), ['a1']);
        for (const one of resources) await mutate(stage, one);
        await rescan();
        expect(await writtenBy(rescan)).toEqual(['coverage']);
        quiet += 1;
      }),
      settings(runs.quiet),
    );
  });

  it.each([
    ['that cannot read a part', { kind: 'access_denied', operation: 'fake:GetWidgetPolicy' }],
    ['that cannot read an item', { kind: 'access_denied', operation: 'fake:GetWidget' }],
    ['whose listing fails', { kind: 'access_denied', operation: 'fake:ListWidgets' }],
    ['whose account is suspended', { kind: 'account_suspended', operation: 'fake:ListNotes' }],
  ] as const)('%s writes that once', async (_, fault) => {
    for (const name of ['w1', 'w2'])
      stage.cloud.account('a1').put({ kind: 'widget', name, policy: 'public' });
    stage.cloud.account('a1').put({ kind: 'note', name: 'n1' });
    await rescan();
    const failing = async (): Promise<void> => {
      stage.clock.advance(60_000);
      await runScan(stage, { faults: [fault] });
    };
    await failing();
    expect(await writtenBy(failing)).toEqual(['coverage']);
    quiet += 1;
  });
});

describe('drift', () => {
  it('of ephemeral values writes the side row of its item, and nothing of any other', async () => {
    for (const name of ['w1', 'w2', 'w3'])
      stage.cloud
        .account('a1')
        .put({ kind: 'widget', name, attached: ['v1'], body: { LastUsedAt: 'today' } });
    await rescan();
    stage.cloud.account('a1').put({ kind: 'widget', name: 'w2', body: { LastUsedAt: 'tomorrow' } });
    const before = new Set(await rowVersions(database(), 'ephemeral'));
    const written = await writtenBy(rescan);
    // The checks see ephemeral values, so what they depend on is noted anew.
    expect(written.filter((name) => name !== 'audit_state')).toEqual(['coverage', 'ephemeral']);
    expect((await rowVersions(database(), 'ephemeral')).filter((row) => !before.has(row))).toHaveLength(1);
  });
});

describe('equal configs', () => {
  it('are stored once', async () => {
    for (const text of ['one', 'two', 'one', 'two', 'one']) {
      stage.cloud.account('a1').put({ kind: 'note', name: 'n1', body: { Text: text } });
      await rescan();
    }
    const counts = await Promise.all(
      (['config', 'revision'] as const).map(async (name) => (await rowVersions(database(), name)).length),
    );
    expect(counts).toEqual([2, 5]);
  });
});
