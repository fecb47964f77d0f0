/** Puts a route on the server: who may call it is decided here, before anything is parsed. */
import type { JsonObject } from '@security-monkey/sdk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { insertAuditEntry } from '../store/audit-log.ts';
import { requireSignedIn } from './auth/authorise.ts';
import { cookieName } from './auth/session-cookie.ts';
import { callerSignal } from './caller-signal.ts';
import type { ApiContext } from './context.ts';
import { problemSchema } from './problem.ts';
import type { ContentType, Route, SignedIn } from './route.ts';

export const prefix = '/api/v1';

export function registerRoute(app: FastifyInstance, api: ApiContext, route: Route): void {
  const people = new WeakMap<FastifyRequest, SignedIn>();
  app.route({
    method: route.method,
    url: `${prefix}${route.path}`,
    schema: routeSchema(route),
    config: route.perMinute === undefined ? {} : { rateLimit: { max: route.perMinute } },
    onRequest: async (request) => {
      const { role, sees } = route;
      if (role !== 'nobody') people.set(request, await requireSignedIn(api, request, { role, sees }));
    },
    handler: async (request, reply) => {
      const person = people.get(request);
      const result = await route.run(requestOf(api, { request, reply }, person));
      if (route.audited !== undefined && person !== undefined)
        await record(api, {
          action: route.audited,
          target: targetOf(route, { request, result }),
          request,
          person,
        });
      return reply.send(result);
    },
  });
}

const problem = {
  description: 'Why it was refused.',
  content: { 'application/problem+json': { schema: problemSchema } },
};

/** What the server checks and the document shows of a route. */
export function routeSchema({ params, query, body, response, tag, summary, role, sees, produces }: Route) {
  const needs = `Needs the role ${role}${sees === 'all' ? ' and sight of all accounts' : ''}.`;
  return {
    tags: [tag],
    summary,
    ...(role === 'nobody' ? {} : { description: needs, security: [{ session: [] }] }),
    ...(params && { params }),
    querystring: query ?? z.strictObject({}),
    ...(body && { body }),
    response: { 200: produces === undefined ? response : streamOf(produces), default: problem },
  };
}

function streamOf(types: readonly ContentType[]) {
  return {
    description: 'A row a line.',
    content: Object.fromEntries(types.map((type) => [type, { schema: z.string() }])),
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
    signal: callerSignal(reply),
    ...(person && { person }),
  };
}

type Write = { readonly request: FastifyRequest; readonly result: unknown };

function targetOf({ target }: Route, { request, result }: Write): JsonObject {
  if (target !== undefined)
    return JSON.parse(JSON.stringify(target({ params: request.params, body: request.body, result })));
  return Object.fromEntries(Object.entries(request.params ?? {}).map(([key, value]) => [key, String(value)]));
}

type Recorded = {
  readonly action: string;
  readonly target: JsonObject;
  readonly request: FastifyRequest;
  readonly person: SignedIn;
};

async function record({ runtime }: ApiContext, { action, target, request, person }: Recorded): Promise<void> {
  await insertAuditEntry(runtime.db, {
    id: runtime.nextId(),
    at: runtime.clock.now(),
    user_id: person.userId,
    author: person.name,
    address: request.ip,
    action,
    target,
  });
}
