/** A runtime for engine tests: the real store, the fake cloud, a virtual clock, ids and randomness from a seed. */
import { createHmac } from 'node:crypto';
import type { Database } from '../../store/database/database.ts';
import type { Judge } from '../judge.ts';
import { createRegistry } from '../registry.ts';
import { noAlerting, type ProgressEvent, type Runtime } from '../runtime.ts';
import { createFakeCloud, type FakeCloud } from './fake-cloud.ts';
import { fakePlugin } from './fake-plugin.ts';
import { seededIds, seededRandom } from './seeded.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

export type LogEntry = {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly message: string;
};

export type TestRuntime = {
  readonly runtime: Runtime;
  readonly clock: VirtualClock;
  readonly cloud: FakeCloud;
  readonly logged: readonly LogEntry[];
  readonly events: readonly ProgressEvent[];
};

/** Judges nothing; for tests of collection alone. */
const judgeNothing: Judge = async (batch) => batch.map(({ itemId }) => ({ itemId, results: {} }));

/** Builds the runtime over a database. The judge is given by those who test audits. */
export function createTestRuntime(
  db: Database,
  options: { readonly seed?: number; readonly keyId?: string; readonly judge?: Judge } = {},
): TestRuntime {
  const { seed = 1, keyId = 'k1', judge = judgeNothing } = options;
  const clock = createVirtualClock();
  const cloud = createFakeCloud(clock);
  const logged: LogEntry[] = [];
  const events: ProgressEvent[] = [];
  const logAt =
    (level: LogEntry['level']) =>
    (fields: object, message: string): void => {
      logged.push({ level, fields, message });
    };
  const runtime: Runtime = {
    db,
    registry: createRegistry([fakePlugin(cloud)]),
    clock,
    nextId: seededIds(seed, clock.now),
    random: seededRandom(seed),
    digestKey: testDigestKey(keyId),
    log: { info: logAt('info'), warn: logAt('warn'), error: logAt('error') },
    progress: (event) => {
      events.push(event);
    },
    judge,
    alerting: noAlerting,
  };
  return { runtime, clock, cloud, logged, events };
}

/** A digest key whose secret is its id. */
export function testDigestKey(id: string): Runtime['digestKey'] {
  return {
    id,
    digest: (text) => `redacted:${id}:${createHmac('sha256', id).update(text).digest('hex')}`,
  };
}
