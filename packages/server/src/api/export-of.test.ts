/** The file of a list, made from its route: page by page, as of one moment, refused before it begins. */
import type { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { CodedError } from '../errors/coded-error.ts';
import { useTestDatabase } from '../store/testing/test-database.ts';
import { systemViewer } from '../store/viewer.ts';
import { exportOf } from './export-of.ts';
import { defineRoute } from './route.ts';
import { pageQuery, pageSchema } from './schema/common.ts';
import { createApiTest } from './testing/api-test.ts';

const db = useTestDatabase();
const row = z.object({ n: z.int(), now: z.date() });

/** A list of three pages whose reading takes a minute each; it notes what it is asked. */
async function givenList() {
  const test = await createApiTest(db());
  const asked: unknown[] = [];
  const list = defineRoute({
    method: 'GET',
    path: '/numbers',
    tag: 'Numbers',
    summary: 'Numbers.',
    role: 'justify',
    sees: 'all',
    query: z.strictObject({ ...pageQuery, above: z.coerce.number() }),
    response: pageSchema(row),
    run: async ({ api, query }) => {
      asked.push(query);
      const n = Number(query.after ?? query.above) + 1;
      if (n < 0) throw new CodedError('request_invalid', { problem: 'none of these' });
      test.clock.advance(60_000);
      const hidden = { secret: 'of the row, and not in its schema' };
      return { rows: [{ n, now: api.runtime.clock.now(), ...hidden }], next: n % 3 === 0 ? null : String(n) };
    },
  });
  const file = exportOf(list, { name: 'numbers', row });
  const read = async (query: object) => {
    const answer = await file.run({
      api: test.api,
      person: { userId: '', name: '', email: '', role: 'admin', viewer: systemViewer, sessionId: '' },
      query,
      params: {},
      body: undefined,
      answer: { header: () => undefined, setCookie: () => undefined, clearCookie: () => undefined } as never,
      address: '',
      cookie: undefined,
      signal: new AbortController().signal,
    });
    return (await Array.fromAsync(answer as Readable)).join('');
  };
  return { test, asked, list, file, read };
}

it('has all pages as of one moment, with the fields of the schema only', async () => {
  const { test, asked, read } = await givenList();
  const now = test.clock.now().toISOString();
  expect(await read({ above: 3, format: 'csv' })).toBe(`n,now\r\n4,${now}\r\n5,${now}\r\n6,${now}\r\n`);
  expect(asked).toEqual([undefined, '4', '5'].map((after) => ({ above: 3, limit: 1_000, after })));
});

it('is for whom the list is for, and takes its filters', async () => {
  const { file } = await givenList();
  expect([file.path, file.role, file.sees]).toEqual(['/numbers/export', 'justify', 'all']);
  expect(file.query?.safeParse({ above: '1' }).data).toEqual({ above: 1, format: 'csv' });
  expect(file.query?.safeParse({ above: '1', limit: '5' }).success).toBe(false);
});

it('is refused before it begins', async () => {
  const { read } = await givenList();
  await expect(read({ above: -9, format: 'csv' })).rejects.toThrow(CodedError);
});

it('is of a list that takes a query', async () => {
  const { list } = await givenList();
  const { query: _query, ...without } = list;
  expect(() => exportOf(without, { name: 'numbers', row })).toThrow('/numbers takes no query');
});
