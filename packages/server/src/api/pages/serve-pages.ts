/** The web pages: files by name, and for every other address the one document, with a nonce that is new each time. */
import { randomBytes } from 'node:crypto';
import { sep } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pagePolicy } from '../security-headers.ts';
import type { Pages } from './find-pages.ts';

/** What stands in the document for the nonce: Vite's `html.cspNonce`. */
export const noncePlace = '__CSP_NONCE__';

const yearInSeconds = 31_536_000;

export async function servePages(app: FastifyInstance, pages: Pages): Promise<void> {
  for (const path of ['/', '/index.html'])
    app.get(path, { schema: { hide: true } }, async (_, reply) => await sendPage(reply, pages));
  await app.register(staticFiles, {
    root: pages.root,
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    schemaHide: true,
    setHeaders: (reply, path) => {
      // Files under assets have a hash of what is in them in their names.
      const isHashed = path.includes(`${sep}assets${sep}`);
      void reply.header(
        'cache-control',
        isHashed ? `public, max-age=${yearInSeconds}, immutable` : 'no-cache',
      );
    },
  });
}

/** Whether a request for something unknown is one for a page. */
export function isPagePath({ method, url }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/') && !url.startsWith('/assets/');
}

export async function sendPage(reply: FastifyReply, { document }: Pages): Promise<FastifyReply> {
  const nonce = randomBytes(18).toString('base64url');
  return await reply
    .status(200)
    .headers({ 'content-security-policy': pagePolicy(nonce), 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(document.replaceAll(noncePlace, nonce));
}
