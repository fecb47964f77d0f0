/** Opening the database: made, kept, held, and refused in one line. */
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { givenAccount, testEngine } from '../testing/test-database.ts';
import { openDatabase } from './database.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'database-'));
});
afterEach(() => rm(directory, { recursive: true }));

/** A database is made, on a machine that may be busy. */
const slow = 300_000;

const refused = (location: Parameters<typeof openDatabase>[0]) =>
  openDatabase(location).then(
    () => 'opened',
    ({ code, message }: { code: string; message: string }) => [code, message.split('\n').length],
  );

test.runIf(testEngine === 'pglite')(
  'the embedded database keeps what was written, and has one holder',
  async () => {
    const place = { directory: join(directory, 'deep', 'data') };
    const first = await openDatabase(place);
    expect(first.engine).toBe('pglite');
    await givenAccount(first.db, { name: 'kept' });
    expect(await refused(place)).toEqual(['directory_held', 1]);
    await first.close();
    await expect(access(join(place.directory, 'lock'))).rejects.toMatchObject({ code: 'ENOENT' });

    const again = await openDatabase(place);
    expect((await again.db.selectFrom('account').select('name').execute())[0]?.name).toBe('kept');
    await again.close();
    await expect(again.db.selectFrom('account').select('name').execute()).rejects.toMatchObject({
      code: 'database_closed',
    });
  },
  slow,
);

test('a directory that cannot be made is refused', async () => {
  await writeFile(join(directory, 'file'), '');
  expect(await refused({ directory: join(directory, 'file', 'data') })).toEqual(['directory_unusable', 1]);
});

test.each([
  ['nobody answers', 'postgres://127.0.0.1:1/x', 'database_unreachable'],
  ['the name is unknown', 'postgres://nowhere.invalid/x', 'database_unreachable'],
])('a server is refused when %s', async (_, url, code) => {
  expect(await refused({ url })).toEqual([code, 1]);
});

test.runIf(testEngine === 'postgres')('a server without the database is refused', async () => {
  const url = 'postgres://postgres@127.0.0.1:5432/sm_no_such_database';
  expect(await refused({ url })).toEqual(['database_refused', 1]);
});
