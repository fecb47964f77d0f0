/** Puts a route on the server: who may call it is decided here, before anything is parsed. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CodedError } from '../errors/coded-error.ts';
import { insertAuditEntry } from '../store/audit-log.ts';
import { mayAct } from './auth/roles.ts';
import { personOf } from './auth/session.ts';
import { cookieName } from './auth/session-cookie.ts';
import { isCsrfToken } from './auth/token.ts';
import type { ApiContext } from './context.ts';
import { problemSchema } from './problem.ts';
import type { Route, SignedIn } from './route.ts';

export const prefix = '/api/v1';

export function registerRoute(app: FastifyInstance, api: ApiContext, route: Route): void {
  const people = new WeakMap<FastifyRequest, SignedIn>();
  app.route({
    method: route.method,
    url: `${prefix}${route.path}`,
    schema: schemaOf(route),
    config: route.perMinute === undefined ? {} : { rateLimit: { max: route.perMinute } },
    onRequest: async (request) => {
      const person = await authorise(api, route, request);
      if (person !== undefined) people.set(request, person);
    },
    handler: async (request, reply) => {
      const person = people.get(request);
      const result = await route.run(requestOf(api, { request, reply }, person));
      if (route.audited !== undefined && person !== undefined)
        await record(api, { action: route.audited, request, person });
      return reply.send(result);
    },
  });
}

function schemaOf({ params, query, body, response, tag, summary, role }: Route) {
  return {
    tags: [tag],
    summary,
    ...(role === 'nobody' ? {} : { description: `Needs the role ${role}.`, security: [{ session: [] }] }),
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    response: { 200: response, default: problemSchema },
  };
}

/** @throws CodedError for everybody who may not. */
async function authorise(
  api: ApiContext,
  { role, method }: Route,
  request: FastifyRequest,
): Promise<SignedIn | undefined> {
  if (role === 'nobody') return undefined;
  const cookie = request.cookies[cookieName(api)];
  const person = cookie === undefined ? undefined : await personOf(api, cookie);
  if (cookie === undefined || person === undefined) throw new CodedError('not_signed_in');
  const given = request.headers['x-csrf-token'];
  if (method !== 'GET' && !(typeof given === 'string' && isCsrfToken(cookie, given)))
    throw new CodedError('csrf_refused');
  if (!mayAct(person.role, role)) throw new CodedError('role_missing', { needed: role, role: person.role });
  return person;
}

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

function requestOf(api: ApiContext, { request, reply }: Exchange, person: SignedIn | undefined) {
  return {
    api,
    params: request.params,
    query: request.query,
    body: request.body,
    answer: reply,
    address: request.ip,
    cookie: request.cookies[cookieName(api)],
    signal: request.signal,
    ...(person && { person }),
  };
}

async function record(
  { runtime }: ApiContext,
  { action, request, person }: { action: string; request: FastifyRequest; person: SignedIn },
): Promise<void> {
  await insertAuditEntry(runtime.db, {
    id: runtime.nextId(),
    at: runtime.clock.now(),
    user_id: person.userId,
    author: person.name,
    address: request.ip,
    action,
    target: Object.fromEntries(
      Object.entries(request.params ?? {}).map(([key, value]) => [key, String(value)]),
    ),
  });
}
