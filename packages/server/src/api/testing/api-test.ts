/** An API over the test database: real routes and sessions, requests by injection, hashing that costs nothing. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { createRegistry } from '../../engine/registry.ts';
import { fakePlugin } from '../../engine/testing/fake-plugin.ts';
import { createTestRuntime, type TestRuntime } from '../../engine/testing/test-runtime.ts';
import type { Database } from '../../store/database/database.ts';
import type { Role } from '../../store/schema.ts';
import { insertUser } from '../../store/users.ts';
import { beginSession } from '../auth/session.ts';
import { csrfToken } from '../auth/token.ts';
import type { ApiContext, Passwords } from '../context.ts';
import { type ApiOptions, createApi } from '../create-api.ts';
import { type Pigeon, pigeonPlugin } from './pigeon.ts';

/** No hash at all: for tests only. */
const plainPasswords: Passwords = {
  hash: async (password) => `plain:${password}`,
  matches: async (hash, password) => hash === `plain:${password}`,
};

export type ApiTest = TestRuntime & {
  readonly api: ApiContext;
  readonly app: FastifyInstance;
  /** What people were told. */
  readonly pigeon: Pigeon;
  readonly signedIn: (person: GivenPerson) => Promise<Caller>;
  readonly request: (request: Request) => Promise<LightMyRequestResponse>;
};

export type GivenPerson = {
  readonly role: Role;
  readonly accounts?: 'all' | readonly string[];
  readonly name?: string;
};

export type Caller = { readonly userId: string; readonly cookie: string; readonly csrf: string };

export type Request = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  readonly as?: Caller;
  /** Without the header that proves where the request comes from. */
  readonly forged?: true;
};

export async function createApiTest(db: Database, options: Omit<ApiOptions, 'api'> = {}): Promise<ApiTest> {
  const test = createTestRuntime(db);
  const pigeon: Pigeon = { sent: [], refusal: undefined };
  let tokens = 0;
  const api: ApiContext = {
    runtime: {
      ...test.runtime,
      registry: createRegistry([fakePlugin(test.cloud), pigeonPlugin(pigeon)]),
      alerting: { publicUrl: 'https://monkey.example.com', options: { pigeon: { loft: 'north' } } },
    },
    version: '1.2.3',
    newToken: () => `token-number-${String((tokens += 1)).padStart(10, '0')}`,
    passwords: plainPasswords,
    secureCookies: false,
    demo: false,
  };
  const app = await createApi({ api, ...options });
  return {
    ...test,
    runtime: api.runtime,
    api,
    app,
    pigeon,
    signedIn: async (person) => await signInAs(api, person),
    request: async (request) => await inject(app, request),
  };
}

async function signInAs(
  api: ApiContext,
  { role, accounts = 'all', name = `a person who may ${role}` }: GivenPerson,
): Promise<Caller> {
  const userId = api.runtime.nextId();
  await insertUser(api.runtime.db, {
    id: userId,
    email: `${userId}@example.com`,
    name,
    role,
    accounts,
    password_hash: await api.passwords.hash('correct horse battery'),
    active: true,
    created_at: api.runtime.clock.now(),
  });
  const token = await beginSession(api, userId);
  return { userId, cookie: token, csrf: csrfToken(token) };
}

async function inject(app: FastifyInstance, request: Request): Promise<LightMyRequestResponse> {
  const { method = 'GET', path, body, as: caller, forged } = request;
  return await app.inject({
    method,
    url: `/api/v1${path}`,
    ...(body && { payload: body }),
    ...(caller && { cookies: { 'security-monkey': caller.cookie } }),
    ...(caller && forged === undefined && { headers: { 'x-csrf-token': caller.csrf } }),
  });
}
