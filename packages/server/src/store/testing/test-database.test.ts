/** The test database itself: migrated, emptied between tests. */
import { expect, test } from 'vitest';
import { givenAccount, givenIssue, givenItem, useTestDatabase } from './test-database.ts';

const database = useTestDatabase();

for (const round of [1, 2]) {
  test(`round ${round} starts with empty tables`, async () => {
    const db = database();
    expect(await db.selectFrom('setting').selectAll().execute()).toEqual([]);
    await db
      .insertInto('setting')
      .values({ key: 'a', value: JSON.stringify({ b: [1] }), updated_at: new Date(5), updated_by: 'test' })
      .execute();
    expect(await db.selectFrom('setting').selectAll().execute()).toEqual([
      { key: 'a', value: { b: [1] }, updated_at: new Date(5), updated_by: 'test' },
    ]);
  });
}

test('the builders make rows that go together', async () => {
  const db = database();
  const account = await givenAccount(db, { name: 'prod' });
  const item = await givenItem(db, { account_id: account.id, name: 'logs', config: { Policy: null } });
  const issue = await givenIssue(db, item, { score: 9 });
  expect([account.name, item.config, issue.score, issue.item_id]).toEqual([
    'prod',
    { Policy: null },
    9,
    item.id,
  ]);
});
