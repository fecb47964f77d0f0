/** Every route: whom it answers, that it does what it says, what it refuses, and that nobody sees what is not theirs. */
import type { LightMyRequestResponse } from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { setSetting } from '../engine/settings/settings.ts';
import type { Role } from '../store/schema.ts';
import { useTestDatabase } from '../store/testing/test-database.ts';
import { roles } from './auth/roles.ts';
import { openApiDocument } from './openapi-document.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { type ApiTest, type Caller, createApiTest } from './testing/api-test.ts';
import { type RouteCase, routeCases } from './testing/route-cases.ts';
import { foreignWord, givenTwoAccounts, type Ids } from './testing/two-accounts.ts';

const db = useTestDatabase();
let shared: Promise<ApiTest> | undefined;
let test: ApiTest;
let mine: Ids;
let zebra: Ids;

beforeEach(async () => {
  // The routes do not change from test to test; only what is in the database does.
  shared ??= createApiTest(db());
  test = await shared;
  ({ mine, zebra } = await givenTwoAccounts(db()));
  await setSetting(test.runtime, foreignWord, {
    key: 'overrides',
    value: { [foreignWord]: { 'fake.widget.open-rule': { enabled: false } } },
  });
});

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const guarded = routes.filter(({ role }) => role !== 'nobody');

type Case = RouteCase & { readonly role: Role; readonly seesAll: boolean; readonly audited?: string };

const cases: readonly (readonly [string, Case])[] = routeCases.map((one) => {
  const route = guarded.find((other) => nameOf(other) === one.route);
  if (route === undefined || route.role === 'nobody') throw new Error(`There is no route ${one.route}`);
  const { role, sees, audited } = route;
  return [one.route, { ...one, role, seesAll: sees === 'all', ...(audited && { audited }) }] as const;
});

type Asking = { readonly as?: Caller; readonly about?: Ids; readonly query?: string; readonly body?: object };

async function ask(one: Case, asking: Asking = {}): Promise<LightMyRequestResponse> {
  const { as: caller, about = mine, query } = asking;
  const [path = '', given = ''] = one.at(about).split('?');
  const body = asking.body ?? one.body?.(about);
  return await test.request({
    method: one.route.split(' ')[0] as Route['method'],
    path: `${path}${query ?? (given === '' ? '' : `?${given}`)}`,
    ...(caller && { as: caller }),
    ...(body && { body }),
  });
}

const outcome = (answer: LightMyRequestResponse): readonly [number, string] => [
  answer.statusCode,
  answer.json().title,
];

/** Somebody who may do it, and sees no more than is needed. */
async function entitled({ role, seesAll }: Case): Promise<Caller> {
  return await owning(await test.signedIn({ role, accounts: seesAll ? 'all' : [mine.account] }));
}

/** A comment is its author's, and a subscription with its messages is its subscriber's. */
async function owning(caller: Caller): Promise<Caller> {
  const own = { user_id: caller.userId };
  await db().updateTable('comment').set(own).where('id', '=', mine.comment).execute();
  await db().updateTable('subscription').set(own).where('id', '=', mine.subscription).execute();
  return caller;
}

describe('the table of cases', () => {
  it('has every route that needs a session, once', () => {
    expect(routeCases.map(({ route }) => route).toSorted()).toEqual(guarded.map(nameOf).toSorted());
  });

  it('gives every list as a file too', () => {
    const lists = routes.filter(({ query }) => query instanceof z.ZodObject && 'after' in query.shape);
    const files = new Set(routes.flatMap(({ path, produces }) => (produces === undefined ? [] : [path])));
    expect(lists.length).toBeGreaterThan(10);
    expect(lists.filter(({ path }) => !files.has(`${path}/export`)).map(nameOf)).toEqual([]);
  });

  it('leaves the routes of signing in to nobody in particular', () => {
    const open = routes.filter(({ role }) => role === 'nobody').map(nameOf);
    expect(open).toEqual(['GET /session', 'POST /session', 'POST /session/link/check', 'POST /session/link']);
  });

  it('records every write', () => {
    const unrecorded = guarded.filter(({ method, audited }) => method !== 'GET' && audited === undefined);
    expect(unrecorded.map(nameOf)).toEqual(['DELETE /session']);
  });
});

describe('success', () => {
  it.each(cases)('%s does it for whoever has the role', async (_, one) => {
    const caller = await entitled(one);
    const answer = await ask(one, { as: caller });
    expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
  });

  it.each(cases.filter(([, { audited }]) => audited !== undefined))('%s is written down', async (_, one) => {
    const caller = await entitled(one);
    await ask(one, { as: caller });
    const written = await db()
      .selectFrom('audit_log')
      .select(['action', 'user_id', 'address'])
      .where('user_id', '=', caller.userId)
      .execute();
    expect(written).toEqual([{ action: one.audited, user_id: caller.userId, address: '127.0.0.1' }]);
  });
});

describe('refusal', () => {
  it.each(cases)('%s answers nobody who is not signed in', async (_, one) => {
    const answer = await ask(one);
    expect(outcome(answer)).toEqual([401, 'not_signed_in']);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it.each(
    cases.flatMap(([name, one]) =>
      roles.slice(0, roles.indexOf(one.role)).map((role) => [name, role, one] as const),
    ),
  )('%s is refused to the role %s', async (_, role, one) => {
    const caller = await test.signedIn({ role });
    expect(outcome(await ask(one, { as: caller }))).toEqual([403, 'role_missing']);
  });

  it.each(cases.filter(([name]) => !name.startsWith('GET ')))(
    '%s needs the token of the page',
    async (_, one) => {
      const caller = await entitled(one);
      const answer = await ask(one, { as: { ...caller, csrf: 'guessed' } });
      expect(outcome(answer)).toEqual([403, 'csrf_refused']);
    },
  );

  it.each(cases)('%s takes no parameter that there is not', async (_, one) => {
    const caller = await entitled(one);
    expect(outcome(await ask(one, { as: caller, query: '?nonsense=1' }))).toEqual([400, 'request_invalid']);
  });

  it.each(cases.filter(([, { bad }]) => bad !== undefined))('%s refuses bad input', async (_, one) => {
    const caller = await entitled(one);
    const { code = 'request_invalid', query, body } = one.bad ?? {};
    const answer = await ask(one, { as: caller, ...(query && { query }), ...(body && { body }) });
    expect(outcome(answer)).toEqual([400, code]);
    const written = await db()
      .selectFrom('audit_log')
      .select('action')
      .where('user_id', '=', caller.userId)
      .execute();
    expect(written).toEqual([]);
  });

  it.each(cases.filter(([name]) => name.includes(':id')))('%s refuses an id that is none', async (_, one) => {
    const caller = await entitled(one);
    const nonsense = Object.fromEntries(Object.keys(mine).map((key) => [key, 'nonsense']));
    const answer = await ask(
      { ...one, body: () => one.body?.(mine) ?? {} },
      {
        as: caller,
        about: { ...mine, ...nonsense },
      },
    );
    expect(outcome(answer)).toEqual([400, 'request_invalid']);
  });
});

describe('somebody who may see one account', () => {
  it.each(cases.filter(([, { shows }]) => shows === true))(
    '%s has something of the other, which whoever sees all finds',
    async (_, one) => {
      const caller = await test.signedIn({ role: 'admin' });
      expect((await ask(one, { as: caller })).body).toContain(foreignWord);
    },
  );

  it.each(cases.filter(([, { seesAll }]) => !seesAll))(
    '%s tells the highest role nothing of the other either',
    async (_, one) => {
      const caller = await owning(await test.signedIn({ role: 'admin', accounts: [mine.account] }));
      const answer = await ask(one, { as: caller });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).not.toContain(foreignWord);
      for (const id of Object.values(zebra)) expect(answer.body).not.toContain(id);
    },
  );

  it.each(cases.filter(([, { seesAll }]) => seesAll))(
    '%s is refused: it concerns all accounts',
    async (_, one) => {
      const caller = await test.signedIn({ role: 'admin', accounts: [mine.account] });
      expect(outcome(await ask(one, { as: caller }))).toEqual([403, 'accounts_missing']);
    },
  );

  it.each(cases.filter(([, { names, seesAll }]) => names === true && !seesAll))(
    '%s knows nothing of what is in the other',
    async (_, one) => {
      const caller = await test.signedIn({ role: 'admin', accounts: [mine.account] });
      const answer = await ask(one, { as: caller, about: zebra });
      expect(answer.statusCode).toBe(404);
      expect(answer.body).not.toContain(foreignWord);
    },
  );

  it.each(['POST /issues/justify', 'POST /issues/reopen'])(
    '%s leaves the other’s issues alone',
    async (name) => {
      const caller = await test.signedIn({ role: 'admin', accounts: [mine.account] });
      const one = new Map(cases).get(name);
      if (one === undefined) throw new Error('There is no such case');
      const chosen = one.body?.(zebra) ?? {};
      const answer = await ask(one, { as: caller, body: chosen });
      const [id] = 'ids' in chosen && Array.isArray(chosen.ids) ? chosen.ids : [];
      expect(answer.json()).toEqual({ decided: [], refused: [{ id, problem: 'there is no such issue' }] });
    },
  );

  it.each(['/dashboard', '/dashboard/trend', '/failures', '/changes', '/justifications/ending'])(
    '%s shows no more when the other is asked for',
    async (path) => {
      const caller = await test.signedIn({ role: 'view', accounts: [mine.account] });
      const narrow = await test.request({ path: `${path}?account=${zebra.account}`, as: caller });
      expect(narrow.statusCode).toBe(200);
      expect(narrow.body).not.toContain(foreignWord);
      expect(narrow.body).not.toContain('mine');
    },
  );
});

describe('somebody who may see no account', () => {
  it.each(cases.filter(([name, { seesAll, names }]) => name.startsWith('GET') && !seesAll && names !== true))(
    '%s shows nothing of any',
    async (_, one) => {
      const caller = await test.signedIn({ role: 'view', accounts: [] });
      const answer = await ask(one, { as: caller });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).not.toContain('mine');
      expect(answer.body).not.toContain(foreignWord);
    },
  );
});

describe('the OpenAPI document', () => {
  it('names every route with its summary, and says which need a session', async () => {
    const caller = await test.signedIn({ role: 'view' });
    const document = (await test.request({ path: '/openapi.json', as: caller })).json();
    const described = routes.map(({ method, path, role, summary }) => {
      const operation = document.paths[`/api/v1${path.replace(/:(\w+)/, '{$1}')}`][method.toLowerCase()];
      return [operation.summary === summary, (operation.security === undefined) === (role === 'nobody')];
    });
    expect(described).toEqual(routes.map(() => [true, true]));
    expect(document.openapi).toBe('3.1.0');
  });

  it('is the one of the reference', async () => {
    const caller = await test.signedIn({ role: 'view' });
    const served = (await test.request({ path: '/openapi.json', as: caller })).json();
    expect(JSON.parse(JSON.stringify(await openApiDocument('1.2.3')))).toEqual(served);
  });

  it('refers to nothing that is not in it', async () => {
    const text = JSON.stringify(await openApiDocument('1.2.3'));
    const document: { components: { schemas: object } } = JSON.parse(text);
    const named = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]));
    expect([...named].filter((name) => !Object.hasOwn(document.components.schemas, name ?? ''))).toEqual([]);
    expect(named).toContain('Item');
  });

  it('is for people who are signed in', async () => {
    expect(outcome(await test.request({ path: '/openapi.json' }))).toEqual([401, 'not_signed_in']);
  });
});
