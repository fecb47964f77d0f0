/** The signal of a request, over a real connection: one that is injected never closes. */
import { once } from 'node:events';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { callerSignal } from './caller-signal.ts';

let app: FastifyInstance;
let url: string;
const reached = Promise.withResolvers<AbortSignal>();

beforeEach(async () => {
  app = fastify();
  app.post('/read', async (request, reply) => {
    const signal = callerSignal(reply);
    if (!request.raw.closed) await once(request.raw, 'close');
    return { aborted: signal.aborted };
  });
  app.post('/wait', async (_, reply) => {
    const signal = callerSignal(reply);
    reached.resolve(signal);
    await once(signal, 'abort');
    return {};
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});

afterEach(async () => await app.close());

const post = async (path: string, signal?: AbortSignal): Promise<Response> =>
  await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"address":"mara@example.com"}',
    ...(signal && { signal }),
  });

it('is not aborted by the end of the body', async () => {
  expect(await (await post('/read')).json()).toEqual({ aborted: false });
});

it('is aborted when the caller goes', async () => {
  const caller = new AbortController();
  const answer = post('/wait', caller.signal);
  const signal = await reached.promise;
  const aborted = once(signal, 'abort');
  caller.abort();
  await expect(answer).rejects.toThrow('aborted');
  await aborted;
  expect(signal.aborted).toBe(true);
});
