/** Every route: who may call it, what a foreign viewer gets, what the document says. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../store/schema.ts';
import { givenAccount, givenIssue, givenItem, useTestDatabase } from '../store/testing/test-database.ts';
import { roles } from './auth/roles.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { type ApiTest, createApiTest } from './testing/api-test.ts';

const db = useTestDatabase();
let test: ApiTest;
let ids: { readonly item: string; readonly issue: string; readonly account: string };

beforeEach(async () => {
  test = await createApiTest(db());
  const account = await givenAccount(db());
  const item = await givenItem(db(), { account_id: account.id });
  const issue = await givenIssue(db(), item);
  ids = { item: item.id, issue: issue.id, account: account.id };
});

const guarded = routes.filter(({ role }) => role !== 'nobody');
const isOpen = new Set(['GET /session', 'POST /session', 'POST /session/link', 'POST /session/link/check']);

/** The path with the ids of what is there. */
function pathOf({ path }: Route): string {
  const id = path.startsWith('/issues') ? ids.issue : path.startsWith('/accounts') ? ids.account : ids.item;
  return path.replace(':id', id);
}

const named = guarded.map((route) => [`${route.method} ${route.path}`, route] as const);
const lacking = named.flatMap(([name, route]) =>
  roles
    .filter((role) => roles.indexOf(role) < roles.indexOf(route.role as Role))
    .map((role) => [name, role, route] as const),
);

describe('routes', () => {
  it('open to nobody in particular are those of signing in', () => {
    const open = routes
      .filter(({ role }) => role === 'nobody')
      .map(({ method, path }) => `${method} ${path}`);
    expect(new Set(open)).toEqual(isOpen);
  });

  it.each(named)('%s answers nobody who is not signed in', async (_, route) => {
    const answer = await test.request({ method: route.method, path: pathOf(route) });
    expect([answer.statusCode, answer.json().title]).toEqual([401, 'not_signed_in']);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it.each(lacking)('%s is refused to the role %s', async (_, role, route) => {
    const caller = await test.signedIn({ role });
    const answer = await test.request({ method: route.method, path: pathOf(route), as: caller });
    expect([answer.statusCode, answer.json().title]).toEqual([403, 'role_missing']);
  });

  it.each(named.filter(([, { method }]) => method !== 'GET'))(
    '%s needs the token of the page',
    async (_, route) => {
      const caller = await test.signedIn({ role: 'admin' });
      const answer = await test.request({
        method: route.method,
        path: pathOf(route),
        as: caller,
        forged: true,
      });
      expect([answer.statusCode, answer.json().title]).toEqual([403, 'csrf_refused']);
    },
  );

  it.each(named.filter(([, { path }]) => path.includes(':id')))(
    '%s knows nothing of an account that the person may not see',
    async (_, route) => {
      const caller = await test.signedIn({ role: 'admin', accounts: [] });
      const answer = await test.request({
        method: route.method,
        path: `${pathOf(route)}${route.path.endsWith('/at') ? '?asOf=2026-01-03T00:00:00Z' : ''}`,
        as: caller,
        ...(route.body && { body: { text: 'hello', reason: 'fine' } }),
      });
      expect([400, 404]).toContain(answer.statusCode);
      expect(answer.body).not.toContain('bucket-');
    },
  );
});

describe('the OpenAPI document', () => {
  it('names every route with its summary, and says which need a session', async () => {
    const document = (await test.request({ path: '/openapi.json' })).json();
    const described = routes.map(({ method, path, role, summary }) => {
      const operation = document.paths[`/api/v1${path.replace(':id', '{id}')}`][method.toLowerCase()];
      return [operation.summary === summary, (operation.security === undefined) === (role === 'nobody')];
    });
    expect(described).toEqual(routes.map(() => [true, true]));
    expect(document.openapi).toBe('3.1.0');
  });
});
