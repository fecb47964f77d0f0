/** People by the command line: added, changed, linked to. */
import { beforeEach, describe, expect, it } from 'vitest';
import { givenAccount, useTestDatabase } from '../../store/testing/test-database.ts';
import { createKeyboard, type Keyboard } from '../testing/type-command.ts';

const db = useTestDatabase();
let keyboard: Keyboard;

beforeEach(() => {
  keyboard = createKeyboard(db());
});

const add = (...more: readonly string[]) =>
  keyboard.type('user', 'add', 'ada@example.com', '--name', 'Ada', ...more);

describe('user', () => {
  it('add prints the link by which the person sets a password', async () => {
    const { lines, code } = await add('--role', 'admin');
    expect([code, lines]).toEqual([
      0,
      [expect.stringMatching(/^Ada may sign in once they have opened this link: http:.*\/link#[\w-]{43}$/)],
    ]);
    expect(await keyboard.json('user', 'list')).toMatchObject([
      { email: 'ada@example.com', name: 'Ada', role: 'admin', accounts: 'all', hasPassword: false },
    ]);
  });

  it.each([
    ['an address that is there', ['user', 'add', 'ADA@example.com', '--name', 'Ada'], 1],
    ['an address that is none', ['user', 'add', 'ada', '--name', 'Ada'], 2],
    ['a role that is none', ['user', 'add', 'b@example.com', '--name', 'B', '--role', 'root'], 2],
    ['an account that is not there', ['user', 'add', 'b@example.com', '--name', 'B', '--account', 'x'], 1],
    ['nobody of that address', ['user', 'link', 'eve@example.com'], 1],
  ])('refuses %s', async (...[, argv, code]) => {
    await add();
    expect((await keyboard.type(...argv)).code).toBe(code);
  });

  it('update changes what a person may do and see', async () => {
    await add('--role', 'admin');
    const { id } = await givenAccount(db(), { name: 'prod' });
    const [changed] = await keyboard.json(
      'user',
      'update',
      'ada@example.com',
      '--role',
      'comment',
      '--account',
      'prod',
      '--active',
      'no',
    );
    expect(changed).toMatchObject({ role: 'comment', accounts: [id], active: false });
    const [back] = await keyboard.json('user', 'update', 'ada@example.com', '--all-accounts');
    expect(back).toMatchObject({ role: 'comment', accounts: 'all', active: false });
  });

  it('update keeps the last who can administrate everything', async () => {
    await add('--role', 'admin');
    await db().updateTable('app_user').set({ password_hash: 'hash' }).execute();
    expect(await keyboard.type('user', 'update', 'ada@example.com', '--role', 'view')).toMatchObject({
      code: 1,
      error: expect.stringContaining('Nobody would be left'),
    });
  });

  it('link makes a former link void', async () => {
    await add();
    const before = await db().selectFrom('sign_in_link').select('token_hash').execute();
    await keyboard.type('user', 'link', 'ADA@example.com');
    const after = await db().selectFrom('sign_in_link').select('token_hash').execute();
    expect([before.length, after.length, before[0]?.token_hash === after[0]?.token_hash]).toEqual([
      1,
      1,
      false,
    ]);
  });
});
