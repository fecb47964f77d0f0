/** Events wait until their run has ended, and then go into one message, or into none. */
import { beforeEach, describe, expect, it } from 'vitest';
import { enqueue } from './audit-queue.ts';
import { beginRun, completeRun } from './coverage.ts';
import { inTransaction } from './database/transaction.ts';
import { endedRuns, insertMessageEvents, takeEvents } from './message-events.ts';
import { insertMessage } from './messages.ts';
import { insertEvents } from './outbox.ts';
import type { Row } from './schema.ts';
import { insertSubscription } from './subscriptions.ts';
import { givenId } from './testing/given.ts';
import { givenSubscription } from './testing/given-subscription.ts';
import { givenAccount, givenItem, useTestDatabase } from './testing/test-database.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();
const second = (count: number): Date => new Date(Date.UTC(2026, 0, 2) + count * 1_000);

let account: Row<'account'>;
let subscription: Row<'subscription'>;
beforeEach(async () => {
  account = await givenAccount(database());
  subscription = givenSubscription();
  await insertSubscription(database(), subscription);
});

type Given = { readonly kind?: string; readonly score?: number; readonly accountId?: string };

async function givenEvent(at: number, { kind = 'item.changed', score, accountId = account.id }: Given = {}) {
  const id = givenId();
  const payload = score === undefined ? {} : { score };
  await insertEvents(database(), [{ id, key: id, kind, at: second(at), account_id: accountId, payload }]);
  await insertMessageEvents(database(), [
    { subscription_id: subscription.id, outbox_id: id, account_id: accountId, at: second(at) },
  ]);
  return id;
}

/** Half a minute of rest, a quarter of an hour of patience. */
async function ended(now: number): Promise<readonly string[]> {
  const times = { now: second(now), quietSince: second(now - 30), waitingSince: second(now - 900) };
  return (await endedRuns(database(), systemViewer, times)).map(({ accountId }) => accountId);
}

describe('a run has ended', () => {
  it('when nothing came for a while', async () => {
    await givenEvent(0);
    await givenEvent(20);
    expect([await ended(49), await ended(50)]).toEqual([[], [account.id]]);
  });

  it('not while a run holds a scope of the account, unless that takes too long', async () => {
    const scope = { accountId: account.id, technology: 'aws.s3-bucket', region: 'global' };
    await givenEvent(0);
    const epoch = await beginRun(database(), { scope, holder: 'h', at: second(1), leaseUntil: second(300) });
    expect([await ended(299), await ended(300)]).toEqual([[], [account.id]]);
    await beginRun(database(), { scope, holder: 'h', at: second(301), leaseUntil: second(2_000) });
    expect([await ended(899), await ended(900)]).toEqual([[], [account.id]]);
    await completeRun(
      database(),
      { scope, epoch: (epoch ?? 0) + 1 },
      { at: second(400), listed: 1, held: 0 },
    );
    expect(await ended(400)).toEqual([account.id]);
  });

  it('not while something of the account waits for its audit', async () => {
    const item = await givenItem(database(), { account_id: account.id });
    await givenEvent(0);
    await enqueue(database(), [{ item_id: item.id, cause: 'config', enqueued_at: second(0) }]);
    expect(await ended(100)).toEqual([]);
    await database().deleteFrom('audit_queue').execute();
    expect(await ended(100)).toEqual([account.id]);
  });

  it('whatever goes on in other accounts', async () => {
    const other = await givenAccount(database());
    const item = await givenItem(database(), { account_id: other.id });
    await enqueue(database(), [{ item_id: item.id, cause: 'config', enqueued_at: second(0) }]);
    await givenEvent(0);
    await givenEvent(0, { accountId: other.id });
    expect(await ended(100)).toEqual([account.id]);
  });

  it('for a daily digest never: its day ends, not its run', async () => {
    await database()
      .updateTable('subscription')
      .set({ digest_at: '08:00', next_digest_at: second(9) })
      .execute();
    await givenEvent(0);
    expect(await ended(10_000)).toEqual([]);
  });
});

async function take(minScore: number, accountId?: string): Promise<readonly [number, readonly unknown[]]> {
  const messageId = givenId();
  const told = await inTransaction(database(), async (tx) => {
    await insertMessage(tx, {
      id: messageId,
      subscription_id: subscription.id,
      account_id: null,
      kind: 'run',
      alerter: 'mail',
      address: 'a',
      created_at: second(0),
    });
    const taking = { subscriptionId: subscription.id, messageId, minScore };
    return await takeEvents(tx, accountId === undefined ? taking : { ...taking, accountId });
  });
  const rows = await database().selectFrom('message_event').selectAll().orderBy('outbox_id').execute();
  return [
    told,
    rows.map((row) => (row.message_id === messageId ? 'told' : row.left_out ? 'left out' : 'waits')),
  ];
}

describe('a message takes', () => {
  it('all that waits, and nothing twice', async () => {
    await givenEvent(0);
    await givenEvent(1);
    expect(await take(0)).toEqual([2, ['told', 'told']]);
    expect((await take(0))[0]).toBe(0);
  });

  it('what is of its account only', async () => {
    const other = await givenAccount(database());
    await givenEvent(0);
    await givenEvent(1, { accountId: other.id });
    expect(await take(0, account.id)).toEqual([1, ['told', 'waits']]);
  });

  it.each<readonly [string, readonly Given[], boolean]>([
    ['an issue of the score', [{ kind: 'issue.opened', score: 5 }], true],
    ['an issue below the score', [{ kind: 'issue.opened', score: 4 }], false],
    ['a fixed issue of the score', [{ kind: 'issue.fixed', score: 9 }], true],
    ['a change alone', [{}], false],
    ['a change with an issue of the score', [{}, { kind: 'issue.reopened', score: 6 }], true],
    ['a scope that could not be looked at', [{ kind: 'scope.failed' }], true],
    ['an account that was enrolled', [{ kind: 'account.enrolled' }], true],
  ])('from the score 5 on, %s: all of it or nothing', async (_, events, isTold) => {
    for (const event of events) await givenEvent(0, event);
    const [told, rows] = await take(5);
    expect(told).toBe(isTold ? events.length : 0);
    expect(new Set(rows)).toEqual(new Set([isTold ? 'told' : 'left out']));
    expect(await ended(10_000)).toEqual([]);
  });
});
