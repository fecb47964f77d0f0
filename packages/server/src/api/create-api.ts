/** The HTTP server: every route of the list, guarded, validated, documented; errors as problems; the pages beside it. */
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { CodedError } from '../errors/coded-error.ts';
import type { ApiContext } from './context.ts';
import { registerOpenApi } from './openapi.ts';
import { apiError, problemOf } from './problem.ts';
import { registerRoute } from './register-route.ts';
import { routes } from './routes.ts';
import { addSecurityHeaders } from './security-headers.ts';

/** Requests a minute from one address. */
const perMinute = 1_200;
const bodyLimit = 1_048_576;

export type ApiOptions = {
  readonly api: ApiContext;
  /** Whether `X-Forwarded-For` of a proxy in front is believed. */
  readonly trustProxy: boolean;
};

/** Built and ready; the caller lets it listen, or injects requests. */
export async function createApi({ api, trustProxy }: ApiOptions): Promise<FastifyInstance> {
  const app = fastify({
    trustProxy,
    bodyLimit,
    genReqId: () => api.runtime.nextId(),
    routerOptions: { maxParamLength: 2_048 },
    forceCloseConnections: true,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  addSecurityHeaders(app);
  answerErrors(app, api);
  await app.register(cookie);
  await app.register(rateLimit, { max: perMinute, timeWindow: '1 minute' });
  await registerOpenApi(app, api.version);
  await app.register(async (scope) => {
    for (const route of routes) registerRoute(scope, api, route);
  });
  return app;
}

function answerErrors(app: FastifyInstance, api: ApiContext): void {
  app.setErrorHandler(async (error, request, reply) => {
    const coded = apiError(error);
    if (coded.entry.status >= 500)
      api.runtime.log.error({ request: request.id, url: request.url, err: String(error) }, 'request failed');
    await reply
      .status(coded.entry.status)
      .type('application/problem+json')
      .serializer(JSON.stringify)
      .send(problemOf(coded, request.id));
  });
  app.setNotFoundHandler(async (request) => {
    throw new CodedError('page_unknown', { path: request.url.slice(0, 200) });
  });
}
