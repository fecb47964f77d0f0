/** From the outbox to the alerters: at least once, in order, none lost, none harmed by another. */
import { type AlertEvent, type Alerter, defineAlerter, definePlugin } from '@security-monkey/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import { createRegistry } from '../registry.ts';
import type { Runtime } from '../runtime.ts';
import { setSetting } from '../settings/settings.ts';
import { createTestRuntime } from '../testing/test-runtime.ts';
import type { VirtualClock } from '../testing/virtual-clock.ts';
import { claimDeliveries } from './claim-deliveries.ts';
import { deliverPending } from './deliver.ts';
import { deliveryPolicy, nextAttempt } from './delivery-policy.ts';
import { writeEvents } from './outbox.ts';

const database = useTestDatabase();
const hour = 60 * 60 * 1000;

type Sink = (events: readonly AlertEvent[], signal: AbortSignal) => Promise<void>;

/** By name of the alerter, what it does with events; keys that it took. */
let sinks: Record<string, Sink>;
let taken: string[];

function alerter(id: string): Alerter {
  return defineAlerter({
    id,
    title: id,
    options: z.strictObject({ address: z.string().optional() }),
    on: ['issue.opened', 'issue.fixed'],
    send: async ({ events, signal }) => {
      await sinks[id]?.(events, signal);
      taken.push(...events.map(({ key }) => `${id} ${key}`));
    },
  });
}

const plugin = definePlugin({
  name: 'alerters',
  accountTypes: [],
  watchers: [],
  checks: [],
  alerters: [alerter('mail'), alerter('chat')],
});

let runtime: Runtime;
let clock: VirtualClock;

beforeEach(async () => {
  sinks = {};
  taken = [];
  const test = createTestRuntime(database());
  clock = test.clock;
  runtime = { ...test.runtime, registry: createRegistry([plugin]) };
});

async function configure(...names: readonly string[]): Promise<void> {
  await setSetting(runtime, 'alice', {
    key: 'alerters',
    value: names.map((name) => ({ name, alerter: name })),
  });
}

async function tell(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    clock.advance(1);
    await writeEvents(runtime.db, [
      { id: runtime.nextId(), key, kind: 'issue.opened', at: clock.now(), accountId: null, payload: { key } },
    ]);
  }
}

const deliver = () => deliverPending(runtime, { signal: new AbortController().signal });

async function states(): Promise<readonly string[]> {
  const rows = await runtime.db
    .selectFrom('delivery')
    .innerJoin('outbox', 'outbox.id', 'delivery.outbox_id')
    .select(['alerter', 'key', 'state', 'attempts'])
    .orderBy('alerter')
    .orderBy('outbox.at')
    .execute();
  return rows.map((row) => `${row.alerter} ${row.key} ${row.state} ${row.attempts}`);
}

describe('writeEvents', () => {
  it('writes a key once, and a delivery for each alerter that wants the kind', async () => {
    await configure('mail', 'chat');
    await tell('a', 'a');
    await writeEvents(runtime.db, [
      { id: runtime.nextId(), key: 'b', kind: 'scope.failed', at: clock.now(), accountId: null, payload: {} },
    ]);
    expect(await states()).toEqual(['chat a pending 0', 'mail a pending 0']);
  });
});

describe('deliverPending', () => {
  it('hands over every event once and in order', async () => {
    await configure('mail');
    await tell('a', 'b', 'c');
    expect(await deliver()).toEqual({ delivered: 3, failed: 0, dead: 0 });
    expect(taken).toEqual(['mail a', 'mail b', 'mail c']);
    expect(await deliver()).toEqual({ delivered: 0, failed: 0, dead: 0 });
    expect(taken).toHaveLength(3);
  });

  it('keeps the events of an alerter whose plugin cannot be loaded, without a try, until it can', async () => {
    await configure('mail', 'chat');
    await tell('a');
    const failed = [{ name: 'chatter', message: 'The plugin chatter cannot be loaded.' }];
    const without = createRegistry([definePlugin({ ...plugin, alerters: [alerter('mail')] })], failed);
    const options = { signal: new AbortController().signal };
    await deliverPending({ ...runtime, registry: without }, options);
    expect(await states()).toEqual(['chat a pending 0', 'mail a delivered 1']);
    await deliver();
    expect(taken).toEqual(['mail a', 'chat a']);
  });

  it('sends in batches', async () => {
    const sizes: number[] = [];
    sinks['mail'] = async (events) => {
      sizes.push(events.length);
    };
    await configure('mail');
    await tell(...Array.from({ length: 120 }, (_, index) => `e${index}`));
    await deliver();
    expect(sizes).toEqual([50, 50, 20]);
  });

  it('ends in time although a slow alerter is not done, which goes on in the next run', async () => {
    sinks['mail'] = async () => await clock.sleep(29_000);
    await configure('mail');
    await tell('a', 'b', 'c', 'd', 'e');
    const slowly = () =>
      deliverPending(runtime, {
        signal: new AbortController().signal,
        policy: { ...deliveryPolicy, batch: 1 },
      });
    expect(await slowly()).toEqual({ delivered: 3, failed: 0, dead: 0 });
    expect(await slowly()).toEqual({ delivered: 2, failed: 0, dead: 0 });
    expect(taken).toEqual(['mail a', 'mail b', 'mail c', 'mail d', 'mail e']);
  });

  it('tries again later what an alerter did not take, and says why', async () => {
    let isDown = true;
    sinks['mail'] = async () => {
      if (isDown) throw new Error('no connection, token ghp_0123456789abcdefghijABCDEFGHIJ012345');
    };
    await configure('mail');
    await tell('a');
    expect(await deliver()).toEqual({ delivered: 0, failed: 1, dead: 0 });
    const { failure } = await runtime.db.selectFrom('delivery').select('failure').executeTakeFirstOrThrow();
    expect(failure).toMatch(/^no connection, token redacted:k1:/);
    isDown = false;
    expect(await deliver()).toEqual({ delivered: 0, failed: 0, dead: 0 });
    clock.advance(2 * 60_000);
    expect(await deliver()).toEqual({ delivered: 1, failed: 0, dead: 0 });
    expect(taken).toEqual(['mail a']);
    expect(await states()).toEqual(['mail a delivered 2']);
  });

  it('a throwing and a hanging alerter harm no other', async () => {
    let aborted = false;
    sinks['mail'] = (_, signal) =>
      new Promise(() => {
        signal.addEventListener('abort', () => {
          aborted = true;
        });
      });
    await configure('mail', 'chat');
    await tell('a');
    expect(await deliver()).toEqual({ delivered: 1, failed: 1, dead: 0 });
    expect(taken).toEqual(['chat a']);
    expect(aborted).toBe(true);
    const failed = await runtime.db
      .selectFrom('delivery')
      .select('failure')
      .where('alerter', '=', 'mail')
      .executeTakeFirst();
    expect(failed?.failure).toBe('It took longer than 30 s.');
  });

  it('an event that is never taken ends as a dead letter, and holds up no other', async () => {
    sinks['mail'] = async (events) => {
      if (events.some(({ key }) => key === 'bad')) throw new Error('too odd');
    };
    await configure('mail');
    await tell('a', 'bad', 'b');
    for (let round = 0; round < 40; round += 1) {
      await deliver();
      clock.advance(6 * hour);
    }
    expect(taken.toSorted()).toEqual(['mail a', 'mail b']);
    expect(await states()).toEqual(['mail a delivered 2', 'mail bad dead 16', 'mail b delivered 2']);
  });

  it('what a process that died had claimed is claimed anew', async () => {
    await configure('mail');
    await tell('a');
    await claimDeliveries(runtime.db, { name: 'mail', policy: deliveryPolicy, now: clock.now() });
    expect(await deliver()).toEqual({ delivered: 0, failed: 0, dead: 0 });
    clock.advance(2 * deliveryPolicy.deadline);
    expect(await deliver()).toEqual({ delivered: 1, failed: 0, dead: 0 });
  });

  it('keeps what is for an alerter that was removed, and says so', async () => {
    await configure('mail');
    await tell('a');
    await configure();
    expect(await deliver()).toEqual({ delivered: 0, failed: 1, dead: 0 });
    await configure('mail');
    clock.advance(hour);
    expect(await deliver()).toEqual({ delivered: 1, failed: 0, dead: 0 });
  });

  it('stopped in a send, it counts no failure', async () => {
    const controller = new AbortController();
    sinks['mail'] = () => {
      controller.abort();
      return new Promise(() => {});
    };
    await configure('mail');
    await tell('a');
    await deliverPending(runtime, { signal: controller.signal });
    expect(await states()).toEqual(['mail a pending 0']);
  });
});

describe('nextAttempt', () => {
  const now = new Date(0);
  const minutes = (attempts: number, random = 1) =>
    nextAttempt(deliveryPolicy, { attempts, now, random }).next_attempt_at.getTime() / 60_000;

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [9, 256],
    [10, 360],
    [15, 360],
  ])('after failure %i waits %i minutes at most', (attempts, expected) => {
    expect(minutes(attempts)).toBe(expected);
  });

  it('spreads the attempts', () => {
    expect(minutes(1, 0)).toBe(0.75);
  });

  it('gives up after the last', () => {
    expect(nextAttempt(deliveryPolicy, { attempts: 16, now, random: 0 }).state).toBe('dead');
  });
});
