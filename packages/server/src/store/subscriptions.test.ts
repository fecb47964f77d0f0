/** Subscriptions: who reads and who is told, and what is left when one is removed. */
import { expect, test } from 'vitest';
import { inTransaction } from './database/transaction.ts';
import { insertMessageEvents } from './message-events.ts';
import { insertMessage, settleMessage } from './messages.ts';
import { insertEvents } from './outbox.ts';
import {
  dueDigests,
  insertSubscription,
  listSubscriptions,
  lockSubscribers,
  planDigest,
  removeSubscription,
  subscriberOfId,
  subscriptionById,
} from './subscriptions.ts';
import { givenTime as at, givenId } from './testing/given.ts';
import { givenSubscription } from './testing/given-subscription.ts';
import { givenAccount, useTestDatabase } from './testing/test-database.ts';
import { insertUser, updateUser } from './users.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

async function givenUser(accounts: 'all' | readonly string[]): Promise<string> {
  const id = givenId();
  await insertUser(database(), {
    id,
    email: `${id}@example.org`,
    name: 'A',
    role: 'view',
    accounts,
    password_hash: null,
    active: true,
    created_at: at,
  });
  return id;
}

test('a subscription is read as it was written', async () => {
  const db = database();
  const subscription = givenSubscription({
    accounts: ['pay*'],
    technologies: ['aws.s3-bucket'],
    min_score: 5,
    digest_at: '08:00',
    next_digest_at: at,
    time_zone: 'Europe/Berlin',
  });
  await insertSubscription(db, subscription);
  expect(await listSubscriptions(db, systemViewer)).toEqual([subscription]);
  expect(await subscriptionById(db, systemViewer, subscription.id)).toEqual(subscription);
});

test('a subscriber sees what its owner may see now, and one that may not sign in is told nothing', async () => {
  const db = database();
  const account = await givenAccount(db);
  const userId = await givenUser([account.id]);
  const own = givenSubscription({ user_id: userId });
  const free = givenSubscription();
  for (const one of [own, free]) await insertSubscription(db, one);
  const viewers = async () => {
    const found = await inTransaction(db, (tx) => lockSubscribers(tx));
    return found.map(({ subscription, viewer }) => [subscription.id, viewer]);
  };
  expect(await viewers()).toEqual([
    [own.id, { kind: 'person', userId, accounts: [account.id] }],
    [free.id, systemViewer],
  ]);
  await updateUser(db, userId, { accounts: [] });
  expect(await subscriberOfId(db, own.id)).toMatchObject({ viewer: { accounts: [] } });
  await updateUser(db, userId, { active: false });
  expect(await viewers()).toEqual([[free.id, systemViewer]]);
  expect(await subscriberOfId(db, own.id)).toBeUndefined();
});

test('what waits for a removed subscription is gone, what it was told stays in the log', async () => {
  const db = database();
  const subscription = givenSubscription();
  await insertSubscription(db, subscription);
  const account = await givenAccount(db);
  const event = { id: givenId(), key: 'k', kind: 'item.created', at, account_id: account.id, payload: {} };
  await insertEvents(db, [event]);
  await insertMessageEvents(db, [
    { subscription_id: subscription.id, outbox_id: event.id, account_id: account.id, at },
  ]);
  const message = {
    subscription_id: subscription.id,
    account_id: account.id,
    kind: 'run',
    alerter: 'mail',
    address: 'mara@example.com',
    created_at: at,
  } as const;
  const [told, waiting] = [givenId(), givenId()];
  for (const id of [told, waiting]) await insertMessage(db, { ...message, id });
  await settleMessage(db, told, { state: 'delivered', delivered_at: at });
  expect(await inTransaction(db, (tx) => removeSubscription(tx, subscription.id))).toBe(true);
  expect(await inTransaction(db, (tx) => removeSubscription(tx, subscription.id))).toBe(false);
  expect(await db.selectFrom('message').select(['id', 'subscription_id']).execute()).toEqual([
    { id: told, subscription_id: null },
  ]);
  expect(await db.selectFrom('message_event').selectAll().execute()).toEqual([]);
});

test('a digest is planned by one process only', async () => {
  const db = database();
  const next = new Date(at.getTime() + 86_400_000);
  const digest = givenSubscription({ digest_at: '08:00', next_digest_at: at });
  await insertSubscription(db, digest);
  await insertSubscription(db, givenSubscription());
  expect(await dueDigests(db, systemViewer, new Date(at.getTime() - 1))).toEqual([]);
  expect(await dueDigests(db, systemViewer, at)).toEqual([digest]);
  expect(await planDigest(db, digest, next)).toBe(true);
  expect(await planDigest(db, digest, next)).toBe(false);
  expect(await dueDigests(db, systemViewer, at)).toEqual([]);
});
