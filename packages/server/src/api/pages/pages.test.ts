/** The web pages beside the API: the document with its nonce, the files, and what is no page. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import { type ApiTest, createApiTest } from '../testing/api-test.ts';
import { findPages } from './find-pages.ts';

const db = useTestDatabase();
const checkout = mkdtempSync(join(tmpdir(), 'security-monkey-pages-'));
const packageRoot = join(checkout, 'server');
const dist = join(checkout, 'web', 'dist');
mkdirSync(join(dist, 'assets'), { recursive: true });
writeFileSync(join(dist, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__"><p>page</p>');
writeFileSync(join(dist, 'assets', 'app-1a2b.js'), 'export {};');
writeFileSync(join(dist, 'icon.svg'), '<svg/>');

afterAll(() => rmSync(checkout, { recursive: true, force: true }));

let test: ApiTest;
beforeEach(async () => {
  test = await createApiTest(db(), { pages: findPages(packageRoot) });
});

const get = (url: string) => test.app.inject({ method: 'GET', url });

describe('the document', () => {
  it.each(['/', '/index.html', '/items/some-id', '/link'])('answers %s', async (url) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.body).toContain('<p>page</p>');
  });

  it('has a nonce that is new each time, the one of its policy, which allows nothing inline besides', async () => {
    const answers = [await get('/'), await get('/')];
    const nonces = answers.map(({ body }) => /nonce="([\w-]+)"/.exec(body)?.[1] ?? '');
    expect(new Set(nonces).size).toBe(2);
    for (const [index, { headers }] of answers.entries()) {
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain(`style-src 'self' 'nonce-${nonces[index]}'`);
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('unsafe');
    }
    expect(answers[0]?.headers['cache-control']).toBe('no-store');
  });
});

describe('a file', () => {
  it('with a hash in its name is kept by browsers', async () => {
    const answer = await get('/assets/app-1a2b.js');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      200,
      'application/javascript; charset=utf-8',
    ]);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('does not count among the requests of an address, as everything else does', async () => {
    const limits = await Promise.all(['/assets/app-1a2b.js', '/', '/api/v1/session'].map(get));
    expect(limits.map(({ headers }) => headers['x-ratelimit-limit'])).toEqual([undefined, '1200', '1200']);
  });

  it('without one is asked for again', async () => {
    expect((await get('/icon.svg')).headers['cache-control']).toBe('no-cache');
  });

  it.each(['/assets/../../server/secret', '/..%2f..%2fetc/passwd', '/assets/app-0000.js'])(
    'that is not there is no file: %s',
    async (url) => {
      const answer = await get(url);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.body).not.toContain('root:');
    },
  );
});

describe('what is no page', () => {
  it.each([
    ['GET', '/api/v1/nothing'],
    ['GET', '/assets/nothing.js'],
    ['POST', '/'],
  ] as const)('is a problem: %s %s', async (method, url) => {
    const answer = await test.app.inject({ method, url });
    expect([answer.statusCode, answer.json().title]).toEqual([404, 'page_unknown']);
  });

  it('nor an address', async () => {
    const answer = await get('/%zz');
    expect([answer.statusCode, answer.json().title]).toEqual([400, 'request_invalid']);
  });

  it('is everything where the pages were not built', async () => {
    expect(findPages(join(checkout, 'elsewhere', 'server'))).toBeUndefined();
    const bare = await createApiTest(db());
    expect((await bare.app.inject({ method: 'GET', url: '/' })).statusCode).toBe(404);
  });
});
