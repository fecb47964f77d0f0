/** Issues that came back are dated by their return. */
import { expect, it } from 'vitest';
import { insertTransitions } from '../issues.ts';
import type { IssueStatus } from '../schema.ts';
import { givenId } from '../testing/given.ts';
import { givenAccount, givenIssue, givenItem, useTestDatabase } from '../testing/test-database.ts';
import { up } from './0009-since-return.ts';

const database = useTestDatabase();
const hour = (number: number) => new Date(Date.UTC(2026, 0, 1, number));

const lives: readonly (readonly [what: string, life: readonly IssueStatus[], since: number])[] = [
  ['has never been fixed', ['open', 'justified', 'open'], 0],
  ['came back once', ['open', 'fixed', 'open'], 2],
  ['came back twice, and was accepted', ['open', 'fixed', 'open', 'fixed', 'open', 'justified'], 4],
  ['was frozen after its return', ['open', 'fixed', 'open', 'frozen', 'open'], 2],
  ['is fixed', ['open', 'fixed', 'open', 'fixed'], 0],
];

it.each(lives)('one that %s', async (_what, life, since) => {
  const account = await givenAccount(database());
  const item = await givenItem(database(), { account_id: account.id });
  const status = life.at(-1) ?? 'open';
  const issue = await givenIssue(database(), item, { status, opened_at: hour(0) });
  await insertTransitions(
    database(),
    life.map((to, at) => ({
      id: givenId(),
      issue_id: issue.id,
      at: hour(at),
      from_status: life[at - 1] ?? null,
      to_status: to,
      cause: 'config',
      detail: {},
    })),
  );
  await up(database());
  const row = await database().selectFrom('issue').select('opened_at').executeTakeFirstOrThrow();
  expect(row.opened_at).toEqual(hour(since));
});
