/** Puts a route on the server: who may call it is decided here, before anything is parsed. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { insertAuditEntry } from '../store/audit-log.ts';
import { requireSignedIn } from './auth/authorise.ts';
import { cookieName } from './auth/session-cookie.ts';
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
      const { role, sees } = route;
      if (role !== 'nobody') people.set(request, await requireSignedIn(api, request, { role, sees }));
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

function schemaOf({ params, query, body, response, tag, summary, role, sees }: Route) {
  const needs = `Needs the role ${role}${sees === 'all' ? ' and sight of all accounts' : ''}.`;
  return {
    tags: [tag],
    summary,
    ...(role === 'nobody' ? {} : { description: needs, security: [{ session: [] }] }),
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    response: { 200: response, default: problemSchema },
  };
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
