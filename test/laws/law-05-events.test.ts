/** Law 5: events are told at least once with a stable key, so exactly once at an idempotent sink; none is lost. */
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { histories, sinkModes } from './history/plan.ts';
import { createStage, deliver, deliverAll, runScan } from './history/stage.ts';
import { createTold, runHistory } from './history.ts';
import { runs, seed, settings, tellRuns } from './runs.ts';

const database = useTestDatabase();
const told = createTold();

afterAll(() => tellRuns('5', { histories: runs.histories, ...told }));

it('no history of stopped scans, lost leases and failing sinks loses or doubles an event', {
  timeout: 900_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(histories({ faults: 1, stops: true, rounds: 5 }), (history) =>
      runHistory(database(), history, told),
    ),
    { ...settings(runs.histories), seed: seed + 5 },
  );
  expect(told.events).toBeGreaterThan(runs.histories);
});

describe('enrolment', () => {
  it('of an account with 200 items is one summary, whatever the sink does', async () => {
    const stage = await createStage(database(), ['a1']);
    for (let index = 0; index < 200; index += 1)
      stage.cloud.account('a1').put({ kind: 'note', name: `n${index}`, body: { Text: 'account:x9' } });
    stage.clock.advance(60_000);
    await runScan(stage, { faults: [] });
    for (const mode of sinkModes) await deliver(stage, mode);
    await deliverAll(stage);
    expect(new Set(stage.sink.taken.keys().map((key) => key.split(':')[0]))).toEqual(
      new Set(['account.enrolled', 'settings.changed']),
    );
    expect(stage.sink.taken.size).toBe(2);
    expect(stage.sink.contradicted).toEqual([]);
  });
});

describe('an event that no sink ever takes', () => {
  it('is given up after a bounded number of attempts, kept as dead, and holds up no other', async () => {
    const stage = await createStage(database(), ['a1']);
    for (let attempt = 0; attempt < 40; attempt += 1) {
      stage.clock.advance(7 * 60 * 60_000);
      await deliver(stage, 'refuses');
    }
    const deliveries = await database().selectFrom('delivery').select(['state', 'attempts']).execute();
    expect(deliveries).toEqual([{ state: 'dead', attempts: 16 }]);
    await runScan(stage, { faults: [] });
    await deliverAll(stage);
    expect([...stage.sink.taken.keys()].map((key) => key.split(':')[0])).toEqual(['account.enrolled']);
  });
});
