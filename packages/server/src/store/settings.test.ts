/** Settings and users: written when they change. */
import { expect, test } from 'vitest';
import { listSettings, removeSetting, saveSetting, settingByKey } from './settings.ts';
import { useTestDatabase } from './testing/test-database.ts';
import { insertUser, listUsers, updateUser, userByEmail, userById } from './users.ts';
import { systemViewer } from './viewer.ts';

const database = useTestDatabase();

const at = (n: number) => new Date(n * 1_000);

test.each([[null], [false], [0], ['text'], [[1, { a: null }]], [{ b: 1, a: [] }]])(
  'keeps %j',
  async (value) => {
    const db = database();
    expect(await saveSetting(db, { key: 'k', value, at: at(1), by: 'alice' })).toBe(true);
    expect(await saveSetting(db, { key: 'k', value, at: at(2), by: 'bob' })).toBe(false);
    expect(await settingByKey(db, systemViewer, 'k')).toEqual({
      key: 'k',
      value,
      updated_at: at(1),
      updated_by: 'alice',
    });
  },
);

test('another value is written, and removed once', async () => {
  const db = database();
  await saveSetting(db, { key: 'k', value: 1, at: at(1), by: 'alice' });
  expect(await saveSetting(db, { key: 'k', value: 2, at: at(2), by: 'bob' })).toBe(true);
  expect((await listSettings(db, systemViewer)).map(({ value, updated_by }) => [value, updated_by])).toEqual([
    [2, 'bob'],
  ]);
  expect([await removeSetting(db, 'k'), await removeSetting(db, 'k')]).toEqual([true, false]);
});

test('a user is found by address in any case, and changes', async () => {
  const db = database();
  const user = {
    id: '00000000-0000-7000-8000-000000000001',
    email: 'Alice@example.org',
    name: 'Alice',
    role: 'view' as const,
    accounts: 'all' as const,
    password_hash: null,
    active: true,
    created_at: at(1),
  };
  await insertUser(db, user);
  expect(await userByEmail(db, systemViewer, 'alice@EXAMPLE.org')).toEqual(user);
  const accounts = ['00000000-0000-7000-8000-000000000002'];
  await updateUser(db, user.id, { role: 'justify', accounts });
  expect(await listUsers(db, systemViewer)).toEqual([{ ...user, role: 'justify', accounts }]);
});

test('a person sees themselves only', async () => {
  const db = database();
  const person = (n: number) => ({
    id: `00000000-0000-7000-8000-00000000000${n}`,
    email: `${n}@example.org`,
    name: 'n',
    role: 'admin' as const,
    accounts: 'all' as const,
    password_hash: null,
    active: true,
    created_at: at(1),
  });
  await insertUser(db, person(1));
  await insertUser(db, person(2));
  const viewer = { kind: 'person', userId: person(1).id, accounts: 'all' } as const;
  expect(await listUsers(db, viewer)).toEqual([person(1)]);
  expect(await userById(db, viewer, person(2).id)).toBe(undefined);
});
