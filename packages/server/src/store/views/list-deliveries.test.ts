/** The log of deliveries: both kinds in one order, page by page, and to each viewer what is theirs. */
import { beforeEach, expect, test } from 'vitest';
import { insertDeliveries, markFailed } from '../deliveries.ts';
import { insertMessage } from '../messages.ts';
import { insertEvents } from '../outbox.ts';
import type { Row } from '../schema.ts';
import { insertSubscription } from '../subscriptions.ts';
import { givenId } from '../testing/given.ts';
import { givenSubscription } from '../testing/given-subscription.ts';
import { givenAccount, useTestDatabase } from '../testing/test-database.ts';
import { insertUser } from '../users.ts';
import { systemViewer, type Viewer } from '../viewer.ts';
import { type DeliverySearch, listDeliveries } from './list-deliveries.ts';
import { everyRow } from './page.ts';

const database = useTestDatabase();
const userId = '00000000-0000-7000-9000-000000000003';
const second = (count: number): Date => new Date(Date.UTC(2026, 0, 2) + count * 1_000);

let account: Row<'account'>;
beforeEach(async () => {
  const db = database();
  account = await givenAccount(db);
  await insertUser(db, {
    id: userId,
    email: 'a@example.org',
    name: 'A',
    role: 'view',
    accounts: [],
    password_hash: null,
    active: true,
    created_at: second(0),
  });
  const own = givenSubscription({ user_id: userId });
  await insertSubscription(db, own);
  await givenMessage(1, own.id, {
    state: 'delivered',
    delivered_at: second(9),
    subject: 'first',
    attempts: 1,
  });
  await givenMessage(3, null, {});
  const events = [2, 4].map((at) => ({
    id: givenId(),
    key: `event ${at}`,
    kind: 'item.created',
    at: second(at),
    account_id: account.id,
    payload: {},
  }));
  await insertEvents(db, events);
  await insertDeliveries(db, 'chat', events);
  const ids = events.slice(0, 1).map(({ id }) => id);
  await markFailed(db, { alerter: 'chat', eventIds: ids }, { failure: 'refused', retryAt: undefined });
});

async function givenMessage(
  at: number,
  subscription: string | null,
  outcome: Parameters<typeof insertMessage>[2],
): Promise<void> {
  const message = {
    id: givenId(),
    subscription_id: subscription,
    account_id: null,
    kind: 'run',
    alerter: 'mail',
    address: 'a@example.org',
    created_at: second(at),
  } as const;
  await insertMessage(database(), message, outcome);
}

async function listed(viewer: Viewer, search: Partial<DeliverySearch> = {}): Promise<readonly string[]> {
  const { rows } = await listDeliveries(database(), viewer, { limit: 9, ...search });
  return rows.map(({ at, kind, what, state }) => `${at.getUTCSeconds()} ${kind} ${what ?? '–'} ${state}`);
}

const all = [
  '4 event event 4 pending',
  '3 message – pending',
  '2 event event 2 dead',
  '1 message first delivered',
];

test('the newest come first, whatever they are', async () => {
  expect(await listed(systemViewer)).toEqual(all);
  const { rows } = await listDeliveries(database(), systemViewer, { limit: 9 });
  expect(rows[2]).toMatchObject({
    alerter: 'chat',
    to: null,
    nextAttempt: null,
    failure: 'refused',
    attempts: 1,
  });
  expect(rows[3]).toMatchObject({ alerter: 'mail', to: 'a@example.org', deliveredAt: second(9) });
  expect(rows[1]).toMatchObject({ nextAttempt: second(3), subscription: null });
});

test('page by page nothing is lost or doubled', async () => {
  for (const limit of [1, 2, 3]) {
    const pages = everyRow((after) => listDeliveries(database(), systemViewer, { after, limit }));
    const rows = await Array.fromAsync(pages);
    expect(rows.map(({ at }) => at.getUTCSeconds())).toEqual([4, 3, 2, 1]);
  }
});

test('by state', async () => {
  expect(await listed(systemViewer, { states: ['dead'] })).toEqual([all[2]]);
  expect(await listed(systemViewer, { states: ['pending', 'delivered'] })).toEqual([all[0], all[1], all[3]]);
});

test('a person sees their own messages, and events of accounts that they may see', async () => {
  const person = (id: string, accounts: 'all' | readonly string[]): Viewer => ({
    kind: 'person',
    userId: id,
    accounts,
  });
  expect(await listed(person(userId, []))).toEqual([all[3]]);
  expect(await listed(person(userId, [account.id]))).toEqual([all[0], all[2], all[3]]);
  expect(await listed(person(account.id, 'all'))).toEqual([all[0], all[2]]);
});
