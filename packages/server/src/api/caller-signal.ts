/** Whether the caller still waits for the answer. */
import type { FastifyReply } from 'fastify';

/** Aborted when the caller goes before the whole answer was sent. Fastify's own signal is aborted once a body has been read. */
export function callerSignal({ raw }: Pick<FastifyReply, 'raw'>): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
