/** Law 8: memory is bounded by the page, no network call is made inside a transaction, and who lost the lease writes nothing more. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { definePlugin, defineWatcher, isMessageAlerter, type JsonObject } from '@security-monkey/sdk';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createRegistry } from '../../packages/server/src/engine/registry.ts';
import type { Runtime } from '../../packages/server/src/engine/runtime.ts';
import {
  collect,
  givenFakeAccount,
  itemStates,
} from '../../packages/server/src/engine/testing/engine-test.ts';
import type { FakeCloud } from '../../packages/server/src/engine/testing/fake-cloud.ts';
import { fakePlugin } from '../../packages/server/src/engine/testing/fake-plugin.ts';
import { createTestRuntime } from '../../packages/server/src/engine/testing/test-runtime.ts';
import { assertNoTransaction, inTransaction } from '../../packages/server/src/store/database/transaction.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { histories } from './history/plan.ts';
import { sinkPlugin } from './history/sink.ts';
import { calm, createStage, deliver, mutate, runScan, type Stage } from './history/stage.ts';
import { isLong, runs, settings, tellRuns } from './runs.ts';

const database = useTestDatabase();

/** The embedded database takes minutes for what a server takes in one. An item that is kept takes 100 bytes at the least. */
const listing = isLong
  ? { first: 20_000, last: 200_000, bytes: 4_000_000 }
  : { first: 2_000, last: 12_000, bytes: 800_000 };
const pageLength = 1_000;

let growth = 0;
let calls = 0;

afterAll(() =>
  tellRuns('8', {
    items: listing.last,
    'bytes of heap more than at the beginning': growth,
    'calls outside transactions': calls,
  }),
);

const collectGarbage: unknown = (() => {
  setFlagsFromString('--expose_gc');
  return runInNewContext('gc');
})();

function heapUsed(): number {
  if (typeof collectGarbage !== 'function') throw new Error('The collector cannot be called.');
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** A technology of any number of items, made while they are listed and kept by nobody. */
function endlessRuntime(count: number, atPage: (listed: number) => void): Runtime {
  const { runtime, cloud } = createTestRuntime(database());
  const watcher = defineWatcher({
    id: 'fake.grain',
    accountType: 'fake',
    title: { one: 'grain', many: 'grains' },
    documentation: 'https://example.com/ListGrains',
    version: 1,
    scope: 'global',
    permissions: {},
    gone: [],
    ephemeral: ['/SeenAt'],
    secret: [],
    unordered: [],
    relations: [],
    config: z.looseObject({ Id: z.string() }),
    identity: ({ Id }) => Id,
    lineage: ({ Id }) => `grain/${Id}`,
    name: ({ Id }) => Id,
    list: async function* () {
      for (let listed = 0; listed < count; listed += pageLength) {
        atPage(listed);
        yield Array.from({ length: pageLength }, (_, index) => grain(listed + index));
      }
      atPage(count);
    },
  });
  const plugin = fakePlugin(cloud);
  const registry = createRegistry([definePlugin({ ...plugin, watchers: [...plugin.watchers, watcher] })]);
  return { ...runtime, registry };
}

function grain(number: number): JsonObject {
  return {
    Id: `grain-${number}`,
    SeenAt: `now ${number}`,
    Tags: { number: String(number % 7) },
    Size: number % 11,
  };
}

describe('the heap', () => {
  it(`does not grow with a listing of ${listing.last} items`, { timeout: 600_000 }, async () => {
    const used = new Map<number, number>();
    const runtime = endlessRuntime(listing.last, (listed) => {
      if (listed === listing.first || listed === listing.last) used.set(listed, heapUsed());
    });
    const account = await givenFakeAccount(runtime);
    const summary = await collect(runtime, account.id, { technologies: ['fake.grain'] });
    expect(summary.scopes).toMatchObject([{ outcome: 'complete', created: listing.last }]);
    growth = (used.get(listing.last) ?? Number.NaN) - (used.get(listing.first) ?? Number.NaN);
    expect(growth).toBeLessThan(listing.bytes);
  });
});

describe('network calls', () => {
  /** Notes every call of the provider, the sink and the judge that is made while a transaction is open. */
  function watched(stage: Stage, inside: string[]): Runtime {
    const note = (what: string): void => {
      calls += 1;
      try {
        assertNoTransaction();
      } catch {
        inside.push(what);
      }
    };
    const cloud: FakeCloud = {
      ...stage.cloud,
      answer: async (account, request) => {
        note(request.operation);
        return await stage.cloud.answer(account, request);
      },
    };
    const sink = sinkPlugin(stage.sink);
    const alerters = sink.alerters
      .filter((alerter) => !isMessageAlerter(alerter))
      .map((alerter) => ({
        ...alerter,
        send: async (delivery: Parameters<typeof alerter.send>[0]) => {
          note('send');
          await alerter.send(delivery);
        },
      }));
    const registry = createRegistry([fakePlugin(cloud), sink]);
    return {
      ...stage.runtime,
      registry: {
        ...registry,
        alerter: (id) => {
          return alerters.find((one) => one.id === id) ?? registry.alerter(id);
        },
      },
      judge: async (batch) => {
        note('judge');
        return await stage.runtime.judge(batch);
      },
    };
  }

  it('are made while no transaction is open, whatever happens', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(histories({ faults: 2, stops: true, rounds: 3 }), async ({ resources, rounds }) => {
        const stage = await createStage(database(), ['a1']);
        const inside: string[] = [];
        const spied = { ...stage, runtime: watched(stage, inside) };
        for (const one of resources) await mutate(spied, one);
        for (const { mutations, scan } of rounds) {
          for (const one of mutations) await mutate(spied, one);
          stage.clock.advance(600_000);
          await runScan(spied, scan);
        }
        await calm(spied);
        await deliver(spied, 'takes');
        expect(inside).toEqual([]);
      }),
      settings(runs.quiet),
    );
    expect(calls).toBeGreaterThan(runs.quiet * 10);
  });

  it('would be noticed inside one', async () => {
    const stage = await createStage(database(), ['a1']);
    const inside: string[] = [];
    const { judge } = watched(stage, inside);
    await inTransaction(database(), () => judge([]));
    expect(inside).toEqual(['judge']);
  });
});

describe('pages', () => {
  it('are committed one by one: what came before a failure is recorded, and nothing is concluded', async () => {
    const stage = await createStage(database(), ['a1']);
    for (const name of ['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'])
      stage.cloud.account('a1').put({ kind: 'note', name });
    stage.clock.advance(60_000);
    await runScan(stage, {
      faults: [{ kind: 'access_denied', operation: 'fake:ListNotes', region: 'north', skip: 2 }],
    });
    expect(await itemStates(database())).toEqual(
      ['n1', 'n2', 'n3', 'n4', 'n5', 'n6'].map((name) => `fake.note/${name} active`),
    );
  });

  it('of a run that has lost its lease are not written any more', async () => {
    const stage = await createStage(database(), ['a1']);
    for (const name of ['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'])
      stage.cloud.account('a1').put({ kind: 'note', name });
    stage.clock.advance(60_000);
    let pages = 0;
    const { cloud } = stage;
    const thief = async (): Promise<void> => {
      await database()
        .updateTable('coverage')
        .set((eb) => ({ epoch: eb('epoch', '+', 1), holder: 'thief' }))
        .where('technology', '=', 'fake.note')
        .execute();
    };
    const answer = cloud.answer;
    const registry = createRegistry([
      fakePlugin({
        ...cloud,
        answer: async (account, request) => {
          if (request.operation === 'fake:ListNotes' && request.region === 'north') pages += 1;
          if (pages === 3) await stage.clock.paused(thief);
          return await answer(account, request);
        },
      }),
      sinkPlugin(stage.sink),
    ]);
    await runScan(
      { ...stage, runtime: { ...stage.runtime, registry } },
      { faults: [], technologies: ['fake.note'] },
    );
    const states = await itemStates(database());
    expect(states.length).toBeLessThan(7);
    const scopes = await database()
      .selectFrom('coverage')
      .selectAll()
      .where('region', '=', 'north')
      .where('technology', '=', 'fake.note')
      .execute();
    expect(scopes).toMatchObject([{ holder: 'thief', state: 'never' }]);
  });
});
