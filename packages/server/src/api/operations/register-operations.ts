/** What operators ask for: whether the process lives, whether it can answer, and its figures. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { requireSignedIn } from '../auth/authorise.ts';
import type { ApiContext } from '../context.ts';
import type { Metrics } from './metrics.ts';

export type Operations = {
  readonly api: ApiContext;
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
};

const hidden = { schema: { hide: true } };

export function registerOperations(app: FastifyInstance, { api, metrics, metricsToken }: Operations): void {
  app.get('/healthz', hidden, async () => ({ alive: true }));
  app.get('/readyz', hidden, async () => {
    await sql`select 1`.execute(api.runtime.db);
    return { ready: true };
  });
  app.get('/metrics', hidden, async (request, reply) => {
    // Figures are of all accounts.
    if (!isBearer(request, metricsToken)) await requireSignedIn(api, request, { role: 'admin', sees: 'all' });
    return await reply.type(metrics.contentType).send(await metrics.text());
  });
}

function isBearer({ headers }: FastifyRequest, token: string | undefined): boolean {
  const given = headers.authorization;
  if (token === undefined || given === undefined) return false;
  return timingSafeEqual(digest(given), digest(`Bearer ${token}`));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Tells the metrics of every request once it is answered. */
export function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    metrics.observe({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1_000,
    });
  });
}
