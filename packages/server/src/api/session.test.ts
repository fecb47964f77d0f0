/** Signing in, staying so, and what is refused. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createRegistry } from '../engine/registry.ts';
import { fakePlugin } from '../engine/testing/fake-plugin.ts';
import { useTestDatabase } from '../store/testing/test-database.ts';
import { firstLink, invitation } from './auth/links.ts';
import { createApi } from './create-api.ts';
import { type ApiTest, createApiTest } from './testing/api-test.ts';

const db = useTestDatabase();
let test: ApiTest;

beforeEach(async () => {
  test = await createApiTest(db());
});

const password = 'a long enough password';

async function firstAdministrator() {
  const token = await firstLink(test.api);
  return await test.request({
    method: 'POST',
    path: '/session/link',
    body: { token, password, email: 'ada@example.com', name: 'Ada' },
  });
}

describe('the first administrator', () => {
  it('signs in by the one-time link', async () => {
    const answer = await firstAdministrator();
    expect(answer.json()).toMatchObject({ person: { name: 'Ada', role: 'admin' }, version: '1.2.3' });
    expect(answer.headers['set-cookie']).toMatch(/^security-monkey=.*; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('cannot be made twice by one link', async () => {
    const token = await firstLink(test.api);
    const body = { token, password, email: 'ada@example.com', name: 'Ada' };
    await test.request({ method: 'POST', path: '/session/link', body });
    const again = await test.request({ method: 'POST', path: '/session/link', body });
    expect([again.statusCode, again.json().title]).toEqual([401, 'link_refused']);
  });

  it('is not asked for once there is one', async () => {
    await firstAdministrator();
    expect(await firstLink(test.api)).toBeUndefined();
  });

  it('makes a former link void by a new one', async () => {
    const former = await firstLink(test.api);
    await firstLink(test.api);
    const answer = await test.request({
      method: 'POST',
      path: '/session/link/check',
      body: { token: former },
    });
    expect(answer.json()).toEqual({ usable: false, purpose: null });
  });

  it('has no name until the link is used: an address and a name are asked for, and the link stays', async () => {
    const token = await firstLink(test.api);
    const answer = await test.request({ method: 'POST', path: '/session/link', body: { token, password } });
    expect([answer.statusCode, answer.json().title]).toEqual([400, 'request_invalid']);
    const check = await test.request({ method: 'POST', path: '/session/link/check', body: { token } });
    expect(check.json()).toEqual({ usable: true, purpose: 'first-administrator' });
  });
});

describe('a password', () => {
  it('signs in, whatever the case of the address', async () => {
    await firstAdministrator();
    const answer = await test.request({
      method: 'POST',
      path: '/session',
      body: { email: ' ADA@example.com', password },
    });
    expect([answer.statusCode, answer.json().person.name]).toEqual([200, 'Ada']);
  });

  it.each([
    ['a wrong password', { email: 'ada@example.com', password: 'a long enough passworD' }],
    ['an unknown address', { email: 'eve@example.com', password }],
  ])('%s is refused with the same words', async (_, body) => {
    await firstAdministrator();
    const answer = await test.request({ method: 'POST', path: '/session', body });
    expect([answer.statusCode, answer.json().title]).toEqual([401, 'sign_in_refused']);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('of a person who has none set yet is refused, also an empty one', async () => {
    const caller = await test.signedIn({ role: 'view' });
    await db().updateTable('app_user').set({ password_hash: null }).execute();
    const answer = await test.request({
      method: 'POST',
      path: '/session',
      body: { email: `${caller.userId}@example.com`, password: '' },
    });
    expect(answer.statusCode).toBe(401);
  });

  it('must be long enough to be set', async () => {
    const token = await firstLink(test.api);
    const answer = await test.request({
      method: 'POST',
      path: '/session/link',
      body: { token, password: 'elevenchars', email: 'ada@example.com', name: 'Ada' },
    });
    expect([answer.statusCode, answer.json().title]).toEqual([400, 'request_invalid']);
  });

  it('is guessed ten times a minute at most', async () => {
    const guess = () =>
      test.request({ method: 'POST', path: '/session', body: { email: 'a@example.com', password } });
    const codes: number[] = [];
    for (let count = 0; count < 12; count += 1) codes.push((await guess()).statusCode);
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
  });
});

describe('signing in', () => {
  it('is written down, with the address it came from', async () => {
    await firstAdministrator();
    await test.request({ method: 'POST', path: '/session', body: { email: 'ada@example.com', password } });
    const entries = await db().selectFrom('audit_log').select(['author', 'action', 'address']).execute();
    expect(entries).toEqual(
      [1, 2].map(() => ({ author: 'Ada', action: 'session.begin', address: '127.0.0.1' })),
    );
  });
});

describe('a session', () => {
  it('shows nothing to nobody, not even the version', async () => {
    const answer = await test.request({ path: '/session' });
    expect(answer.json()).toEqual({
      person: null,
      csrf: null,
      demo: false,
      version: null,
      failedPlugins: [],
    });
  });

  it('ends after twelve hours without a request', async () => {
    const caller = await test.signedIn({ role: 'view' });
    test.clock.advance(12 * 3_600_000);
    const answer = await test.request({ path: '/items', as: caller });
    expect([answer.statusCode, answer.json().title]).toEqual([401, 'not_signed_in']);
  });

  it('goes on while it is used, for a fortnight at most', async () => {
    const caller = await test.signedIn({ role: 'view' });
    const codes: number[] = [];
    for (let hours = 0; hours <= 14 * 24; hours += 6) {
      codes.push((await test.request({ path: '/coverage', as: caller })).statusCode);
      test.clock.advance(6 * 3_600_000);
    }
    expect([codes.filter((code) => code === 200).length, codes.at(-1)]).toEqual([56, 401]);
  });

  it('ends by signing out', async () => {
    const caller = await test.signedIn({ role: 'view' });
    await test.request({ method: 'DELETE', path: '/session', as: caller });
    expect((await test.request({ path: '/items', as: caller })).statusCode).toBe(401);
  });

  it('ends when the person is made inactive', async () => {
    const caller = await test.signedIn({ role: 'admin' });
    await db().updateTable('app_user').set({ active: false }).execute();
    expect((await test.request({ path: '/items', as: caller })).statusCode).toBe(401);
  });

  it('writes nothing for a page that does not know its token', async () => {
    const caller = await test.signedIn({ role: 'admin' });
    const answer = await test.request({ method: 'DELETE', path: '/session', as: caller, forged: true });
    expect([answer.statusCode, answer.json().title]).toEqual([403, 'csrf_refused']);
    expect((await test.request({ path: '/items', as: caller })).statusCode).toBe(200);
  });
});

describe('an invitation', () => {
  it('lets a person set a password, and a new one makes it void', async () => {
    const caller = await test.signedIn({ role: 'comment', name: 'Bob' });
    const former = await invitation(test.api, caller.userId);
    const token = await invitation(test.api, caller.userId);
    const refused = await test.request({
      method: 'POST',
      path: '/session/link',
      body: { token: former, password },
    });
    const answer = await test.request({ method: 'POST', path: '/session/link', body: { token, password } });
    expect([refused.statusCode, answer.json().person.name]).toEqual([401, 'Bob']);
  });

  it('ends after three days', async () => {
    const caller = await test.signedIn({ role: 'view' });
    const token = await invitation(test.api, caller.userId);
    test.clock.advance(72 * 3_600_000);
    const answer = await test.request({ method: 'POST', path: '/session/link', body: { token, password } });
    expect(answer.statusCode).toBe(401);
  });
});

it('names the plugins that could not be loaded to those who are signed in, and to nobody else', async () => {
  const failedPlugins = [{ name: 'acme', message: 'The plugin acme cannot be loaded.' }];
  const registry = createRegistry([fakePlugin(test.cloud)], failedPlugins);
  const app = await createApi({ api: { ...test.api, runtime: { ...test.runtime, registry } } });
  const { cookie } = await test.signedIn({ role: 'view' });
  const cookies = { 'security-monkey': cookie };
  const seen = await app.inject({ url: '/api/v1/session', cookies });
  expect(seen.json()).toMatchObject({ failedPlugins });
  expect((await app.inject({ url: '/api/v1/session' })).json()).toMatchObject({ failedPlugins: [] });
});
