/** Justifications: one at a time for an issue, and each ends once. */
import { expect, test } from 'vitest';
import {
  currentJustifications,
  endJustifications,
  expiredJustifications,
  insertJustification,
  justificationsOf,
} from './justifications.ts';
import { givenId, givenTime } from './testing/given.ts';
import { givenAccount, givenIssue, givenItem, useTestDatabase } from './testing/test-database.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

async function given() {
  const db = database();
  const { id } = await givenAccount(db);
  const issue = await givenIssue(db, await givenItem(db, { account_id: id }));
  const justification = (until: Date | null) => ({
    id: givenId(),
    issue_id: issue.id,
    reason: 'a public site',
    evidence: ['h1', 'h2'],
    author: 'alice',
    created_at: givenTime,
    until,
  });
  return { db, issue, justification };
}

test('the one that has not ended', async () => {
  const { db, issue, justification } = await given();
  const first = justification(null);
  await insertJustification(db, first);
  await expect(insertJustification(db, justification(null))).rejects.toMatchObject({ code: '23505' });
  expect(await currentJustifications(db, systemViewer, [issue.id])).toEqual([
    { ...first, ended_at: null, ended_because: null },
  ]);
});

test('an end stays as it was first', async () => {
  const { db, issue, justification } = await given();
  const [first, second] = [justification(null), justification(null)];
  await insertJustification(db, first);
  await endJustifications(db, [{ id: first.id, at: new Date(1), because: 'fixed' }]);
  await endJustifications(db, [{ id: first.id, at: new Date(2), because: 'expired' }]);
  await insertJustification(db, second);
  expect(await justificationsOf(db, systemViewer, issue.id)).toEqual([
    { ...first, ended_at: new Date(1), ended_because: 'fixed' },
    { ...second, ended_at: null, ended_because: null },
  ]);
  expect((await currentJustifications(db, systemViewer, [issue.id])).map(({ id }) => id)).toEqual([
    second.id,
  ]);
});

test.each([
  ['before its time', 9, 0],
  ['at its time', 10, 1],
  ['after its time', 11, 1],
])('expired %s', async (_, now, count) => {
  const { db, justification } = await given();
  await insertJustification(db, justification(new Date(10)));
  const found = await expiredJustifications(db, systemViewer, { at: new Date(now), limit: 9 });
  expect(found).toHaveLength(count);
});

test('one without an end date, or that has ended, does not expire', async () => {
  const { db, justification } = await given();
  const ended = justification(new Date(1));
  await insertJustification(db, ended);
  await endJustifications(db, [{ id: ended.id, at: new Date(2), because: 'expired' }]);
  await insertJustification(db, justification(null));
  expect(await expiredJustifications(db, systemViewer, { at: new Date(99), limit: 9 })).toEqual([]);
});
