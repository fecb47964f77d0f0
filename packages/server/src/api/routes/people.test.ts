/** People by the API: invited, changed, kept out; and that there is always somebody who can administrate. */
import { beforeEach, describe, expect, it } from 'vitest';
import { givenId } from '../../store/testing/given.ts';
import { givenAccount, useTestDatabase } from '../../store/testing/test-database.ts';
import { firstLink } from '../auth/links.ts';
import { type ApiTest, type Caller, createApiTest } from '../testing/api-test.ts';

const db = useTestDatabase();
let test: ApiTest;
let admin: Caller;

beforeEach(async () => {
  test = await createApiTest(db());
  admin = await test.signedIn({ role: 'admin', name: 'Ada' });
});

const bob = { email: 'bob@example.com', name: 'Bob', role: 'view' };
const invite = (body: object) => test.request({ method: 'POST', path: '/people', body, as: admin });
const change = (id: string, body: object) =>
  test.request({ method: 'PATCH', path: `/people/${id}`, body, as: admin });

async function markLinkUsed(link: string) {
  const body = { token: link.replace('/link#', ''), password: 'a long enough password' };
  return await test.request({ method: 'POST', path: '/session/link', body });
}

describe('a person', () => {
  it('is invited, sets a password by the link, and signs in with the role and the accounts given', async () => {
    const { id: account } = await givenAccount(db());
    await givenAccount(db());
    const { person, link } = (await invite({ ...bob, accounts: [account] })).json();
    expect(person).toMatchObject({ ...bob, accounts: [account], active: true, hasPassword: false });
    const token = link.replace('/link#', '');
    const check = await test.request({ method: 'POST', path: '/session/link/check', body: { token } });
    expect(check.json()).toEqual({ usable: true, purpose: 'person' });
    const signedIn = await markLinkUsed(link);
    expect(signedIn.json().person).toMatchObject({ name: 'Bob', role: 'view', seesAll: false });
    const [cookie = ''] = String(signedIn.headers['set-cookie']).split(';');
    const accounts = await test.app.inject({ url: '/api/v1/accounts', headers: { cookie } });
    expect(accounts.json().rows.map(({ id }: { id: string }) => id)).toEqual([account]);
  });

  it.each([
    [
      'with an address that is there, in any case',
      { ...bob, email: 'BOB@example.com' },
      409,
      'person_exists',
    ],
    [
      'with accounts that there are not',
      { ...bob, email: 'c@example.com', accounts: [givenId()] },
      404,
      'account_unknown',
    ],
  ])('%s is not added', async (...[, body, status, code]) => {
    await invite(bob);
    const answer = await invite(body);
    expect([answer.statusCode, answer.json().title]).toEqual([status, code]);
  });

  it('who is made inactive is signed out at once and stays out', async () => {
    const caller = await test.signedIn({ role: 'comment' });
    await change(caller.userId, { active: false });
    expect((await test.request({ path: '/items', as: caller })).statusCode).toBe(401);
    await change(caller.userId, { active: true });
    expect((await test.request({ path: '/items', as: caller })).statusCode).toBe(401);
  });

  it('who gets another role has it with the next request', async () => {
    const caller = await test.signedIn({ role: 'view' });
    await change(caller.userId, { role: 'admin' });
    expect((await test.request({ path: '/people', as: caller })).statusCode).toBe(200);
  });

  it('is signed out everywhere by an administrator, and by setting a password anew', async () => {
    const caller = await test.signedIn({ role: 'view' });
    const signOut = { method: 'DELETE', path: `/people/${caller.userId}/sessions`, as: admin } as const;
    expect((await test.request(signOut)).statusCode).toBe(200);
    expect((await test.request({ path: '/items', as: caller })).statusCode).toBe(401);
    const other = await test.signedIn({ role: 'view' });
    const path = `/people/${other.userId}/link`;
    const { link } = (await test.request({ method: 'POST', path, as: admin })).json();
    expect((await test.request({ path: '/items', as: other })).statusCode).toBe(200);
    await markLinkUsed(link);
    expect((await test.request({ path: '/items', as: other })).statusCode).toBe(401);
  });
});

describe('the last administrator of all accounts', () => {
  it.each([{ role: 'justify' }, { active: false }, { accounts: [] }])(
    'does not lose it: %j',
    async (body) => {
      // Neither an administrator of some accounts nor one without a password could take over.
      await test.signedIn({ role: 'admin', accounts: [] });
      await invite({ ...bob, role: 'admin' });
      const answer = await change(admin.userId, body);
      expect([answer.statusCode, answer.json().title]).toEqual([409, 'administrator_last']);
      expect((await test.request({ path: '/people', as: admin })).statusCode).toBe(200);
    },
  );

  it('may lose it once there is another', async () => {
    await test.signedIn({ role: 'admin' });
    expect((await change(admin.userId, { role: 'view' })).json()).toMatchObject({ role: 'view' });
  });
});

describe('one’s own password', () => {
  const put = (present: string) =>
    test.request({
      method: 'PUT',
      path: '/session/password',
      body: { present, password: 'another long password' },
      as: admin,
    });

  it('is changed by who knows it, and ends every other session', async () => {
    const { api, request } = test;
    const signIn = (password: string) =>
      request({ method: 'POST', path: '/session', body: { email: `${admin.userId}@example.com`, password } });
    const elsewhere = await signIn('correct horse battery');
    const [cookie = ''] = String(elsewhere.headers['set-cookie']).split(';');
    expect((await put('correct horse battery')).statusCode).toBe(200);
    expect((await request({ path: '/people', as: admin })).statusCode).toBe(200);
    const other = await test.app.inject({ url: '/api/v1/people', headers: { cookie } });
    expect([other.statusCode, api.demo]).toEqual([401, false]);
    expect((await signIn('another long password')).statusCode).toBe(200);
  });

  it('is not changed by who does not', async () => {
    const answer = await put('correct horse batterY');
    expect([answer.statusCode, answer.json().title]).toEqual([403, 'password_wrong']);
  });
});

describe('the first link', () => {
  it('makes no second administrator when one came by another way', async () => {
    await db().deleteFrom('app_user').execute();
    const token = (await firstLink(test.api)) ?? '';
    await test.signedIn({ role: 'admin' });
    const answer = await test.request({
      method: 'POST',
      path: '/session/link',
      body: { token, password: 'a long enough password', email: 'eve@example.com', name: 'Eve' },
    });
    expect([answer.statusCode, answer.json().title]).toEqual([401, 'link_refused']);
  });
});
