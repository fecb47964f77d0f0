/** Outbox and deliveries: each event once, each delivery until it is done or dead. */
import { expect, test } from 'vitest';
import { dueDeliveries, insertDeliveries, markDelivered, markFailed } from './deliveries.ts';
import { eventsByIds, insertEvents } from './outbox.ts';
import { givenId } from './testing/given.ts';
import { useTestDatabase } from './testing/test-database.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

const at = (n: number) => new Date(n * 1_000);
const event = (key: string, time = 1) => ({
  id: givenId(),
  key,
  kind: 'item.changed',
  at: at(time),
  account_id: null,
  payload: { key },
});

test('a key is written once, within a batch and over batches', async () => {
  const db = database();
  const [first, twin, other] = [event('a'), event('a'), event('b')];
  expect(await insertEvents(db, [first, twin])).toEqual([first]);
  expect(await insertEvents(db, [twin, other])).toEqual([other]);
  const ids = [first, twin, other].map(({ id }) => id);
  expect(await eventsByIds(db, systemViewer, ids)).toEqual([first, other]);
});

async function givenDeliveries() {
  const db = database();
  const events = [event('late', 2), event('early', 1)];
  await insertEvents(db, events);
  await insertDeliveries(db, 'mail', events);
  await insertDeliveries(db, 'slack', events);
  const due = async (alerter: string, time: number) => {
    const found = await dueDeliveries(db, systemViewer, { alerter, at: at(time), limit: 9 });
    return found.map(({ key, attempts }) => [key, attempts]);
  };
  const eventIds = events.map(({ id }) => id);
  return { db, due, eventIds };
}

test('what is due comes in the order of the events, to each alerter', async () => {
  const { due } = await givenDeliveries();
  expect([await due('mail', 0), await due('mail', 1), await due('slack', 2)]).toEqual([
    [],
    [['early', 0]],
    [
      ['early', 0],
      ['late', 0],
    ],
  ]);
});

test('what was delivered to one alerter is still due to the other', async () => {
  const { db, due, eventIds } = await givenDeliveries();
  await markDelivered(db, { alerter: 'mail', eventIds }, at(3));
  expect([(await due('mail', 9)).length, (await due('slack', 9)).length]).toEqual([0, 2]);
  await markFailed(db, { alerter: 'mail', eventIds }, { failure: 'late answer', retryAt: at(4) });
  const rows = await db.selectFrom('delivery').selectAll().where('alerter', '=', 'mail').execute();
  expect(
    rows.map(({ state, attempts, failure, delivered_at }) => [state, attempts, failure, delivered_at]),
  ).toEqual([
    ['delivered', 1, null, at(3)],
    ['delivered', 1, null, at(3)],
  ]);
});

test('a failed one is tried again at its time, and given up when there is none', async () => {
  const { db, due, eventIds } = await givenDeliveries();
  await markFailed(db, { alerter: 'mail', eventIds }, { failure: 'refused', retryAt: at(10) });
  expect([await due('mail', 9), await due('mail', 10)]).toEqual([
    [],
    [
      ['early', 1],
      ['late', 1],
    ],
  ]);
  await markFailed(db, { alerter: 'mail', eventIds }, { failure: 'refused', retryAt: undefined });
  expect(await due('mail', 99)).toEqual([]);
  const states = await db
    .selectFrom('delivery')
    .select(['state', 'failure'])
    .where('alerter', '=', 'mail')
    .execute();
  expect(states).toEqual([
    { state: 'dead', failure: 'refused' },
    { state: 'dead', failure: 'refused' },
  ]);
});
