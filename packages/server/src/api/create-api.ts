/** The HTTP server: every route of the list, guarded, validated, documented; errors as problems; the pages beside it. */
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { CodedError } from '../errors/coded-error.ts';
import { requireSignedIn } from './auth/authorise.ts';
import type { ApiContext } from './context.ts';
import { registerOpenApi } from './openapi.ts';
import { createMetrics } from './operations/metrics.ts';
import { measureRequests, registerOperations } from './operations/register-operations.ts';
import type { Pages } from './pages/find-pages.ts';
import { isPagePath, sendPage, servePages } from './pages/serve-pages.ts';
import { apiError, problemOf } from './problem.ts';
import { prefix, registerRoute } from './register-route.ts';
import { routes } from './routes.ts';
import { addSecurityHeaders } from './security-headers.ts';

/** Requests a minute from one address, without the files of the pages. */
const perMinute = 1_200;
const bodyLimit = 1_048_576;

export type ApiOptions = {
  readonly api: ApiContext;
  /** Whether `X-Forwarded-For` of a proxy in front is believed. */
  readonly trustProxy?: boolean | undefined;
  /** The web pages; without them there is the API alone. */
  readonly pages?: Pages | undefined;
  /** The bearer token that reads the metrics. */
  readonly metricsToken?: string | undefined;
};

/** Built and ready; the caller lets it listen, or injects requests. */
export async function createApi({
  api,
  trustProxy = false,
  pages,
  metricsToken,
}: ApiOptions): Promise<FastifyInstance> {
  const app = fastify({
    trustProxy,
    bodyLimit,
    genReqId: () => api.runtime.nextId(),
    routerOptions: { maxParamLength: 2_048 },
    forceCloseConnections: true,
    // Of addresses that are none: they reach no route and no handler of errors.
    frameworkErrors: (error, request, reply) => void sendProblem(api, { error, request, reply }),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  addSecurityHeaders(app);
  const metrics = createMetrics(api);
  measureRequests(app, metrics);
  answerErrors(app, { api, pages });
  await app.register(cookie);
  await app.register(rateLimit, { max: perMinute, timeWindow: '1 minute', allowList: isAsset });
  await registerOpenApi(app, api.version);
  await app.register(async (scope) => {
    for (const route of routes) registerRoute(scope, api, route);
  });
  app.get(`${prefix}/openapi.json`, { schema: { hide: true } }, async (request) => {
    await requireSignedIn(api, request, { role: 'view' });
    return app.swagger();
  });
  registerOperations(app, { api, metrics, metricsToken });
  if (pages !== undefined) await servePages(app, pages);
  return app;
}

/** A page is made of dozens of files, which cost nothing: who opens several at once is no attacker. */
function isAsset({ url }: FastifyRequest): boolean {
  return url.startsWith('/assets/');
}

type Answering = { readonly api: ApiContext; readonly pages: Pages | undefined };

function answerErrors(app: FastifyInstance, { api, pages }: Answering): void {
  app.setErrorHandler(async (error, request, reply) => await sendProblem(api, { error, request, reply }));
  app.setNotFoundHandler(async (request, reply) => {
    if (pages !== undefined && isPagePath(request)) return await sendPage(reply, pages);
    throw new CodedError('page_unknown', { path: request.url.slice(0, 200) });
  });
}

type Failed = { readonly error: unknown; readonly request: FastifyRequest; readonly reply: FastifyReply };

async function sendProblem({ runtime }: ApiContext, { error, request, reply }: Failed): Promise<void> {
  const coded = apiError(error);
  const { status } = coded.entry;
  if (status >= 500)
    runtime.log.error({ request: request.id, url: request.url, err: String(error) }, 'request failed');
  await reply
    .status(status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problemOf(coded, request.id));
}
