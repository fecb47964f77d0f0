/** The audit queue: nothing that was enqueued is ever forgotten, and what is due joins it. */
import { expect, test } from 'vitest';
import { countWaiting, dequeue, enqueue, enqueueDue, waitingItems } from './audit-queue.ts';
import { auditStatesOf, upsertAuditStates } from './audit-state.ts';
import { givenAccount, givenItem, useTestDatabase } from './testing/test-database.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

const at = (n: number) => new Date(n * 1_000);

async function given(count: number) {
  const db = database();
  const { id: account_id } = await givenAccount(db);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push((await givenItem(db, { account_id })).id);
  const entry = (item_id: string, cause = 'config', time = 1) => ({ item_id, cause, enqueued_at: at(time) });
  return { db, account_id, ids, entry };
}

test('batches follow each other by id', async () => {
  const { db, ids, entry } = await given(5);
  await enqueue(
    db,
    ids.toReversed().map((id) => entry(id)),
  );
  const first = await waitingItems(db, systemViewer, { limit: 3 });
  const after = first.at(-1)?.item_id ?? '';
  const second = await waitingItems(db, systemViewer, { limit: 3, after });
  expect([first, second].map((batch) => batch.map(({ item_id }) => item_id))).toEqual([
    ids.slice(0, 3),
    ids.slice(3),
  ]);
});

test('an item that waits keeps its cause', async () => {
  const { db, ids, entry } = await given(1);
  const [id = ''] = ids;
  await enqueue(db, [entry(id, 'config'), entry(id, 'config')]);
  await enqueue(db, [entry(id, 'related')]);
  expect((await waitingItems(db, systemViewer, { limit: 9 })).map(({ cause }) => cause)).toEqual(['config']);
});

test.each([
  ['earlier', 0],
  ['at the same time', 1],
  ['later', 2],
])('what was enqueued again since it was read stays, by a clock that says %s', async (_, time) => {
  const { db, ids, entry } = await given(2);
  const [again = '', once = ''] = ids;
  await enqueue(db, [entry(again), entry(once)]);
  const taken = await waitingItems(db, systemViewer, { limit: 9 });
  await enqueue(db, [entry(again, 'related', time)]);
  await dequeue(db, taken);
  const left = await waitingItems(db, systemViewer, { limit: 9 });
  expect(left.map(({ item_id }) => item_id)).toEqual([again]);
  await dequeue(db, left);
  expect(await countWaiting(db, systemViewer)).toBe(0);
});

test('what is due joins, once', async () => {
  const { db, ids } = await given(3);
  const [past = '', now = '', future = ''] = ids;
  const state = (item_id: string, due: Date | null) => ({
    item_id,
    fingerprints: { c: 'f' },
    next_due: due,
    audited_at: at(0),
  });
  await upsertAuditStates(db, [state(past, at(4)), state(now, at(5)), state(future, at(6))]);
  expect(await enqueueDue(db, systemViewer, { at: at(5) })).toBe(2);
  expect(await enqueueDue(db, systemViewer, { at: at(5) })).toBe(0);
  const waiting = await waitingItems(db, systemViewer, { limit: 9 });
  expect(waiting).toEqual([past, now].map((item_id) => ({ item_id, cause: 'due', enqueued_at: at(5) })));
  await upsertAuditStates(db, [state(past, null)]);
  expect(await auditStatesOf(db, systemViewer, [past, future])).toEqual([
    state(past, null),
    state(future, at(6)),
  ]);
});

type Chosen = { readonly own?: true; readonly technologies?: string[]; readonly accountIds?: string[] };

test.each<[string, Chosen, number]>([
  ['everything', {}, 2],
  ['its account', { own: true }, 1],
  ['a technology', { technologies: ['aws.s3-bucket'] }, 2],
  ['another technology', { technologies: ['aws.other'] }, 0],
  ['no account', { accountIds: [] }, 0],
])('%s is selected', async (_, { own, ...selection }, count) => {
  const { db, ids, account_id, entry } = await given(1);
  const elsewhere = await given(1);
  await enqueue(
    db,
    [...ids, ...elsewhere.ids].map((id) => entry(id)),
  );
  const chosen = own === true ? { accountIds: [account_id] } : selection;
  expect(await countWaiting(db, systemViewer, chosen)).toBe(count);
  expect(await waitingItems(db, systemViewer, { ...chosen, limit: 9 })).toHaveLength(count);
});
