/** Real processes on one data directory: the holder, its socket, signals, and what a kill leaves behind. */
import { renameSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlace, type Started } from './testing/processes.ts';

/** A port of the machine on which something else answers. */
async function takenPort(): Promise<readonly [Server, number]> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return [server, typeof address === 'object' && address !== null ? address.port : 0];
}

const place = createPlace();
const { run, json, start, directory } = place;
let holder: Started;

beforeAll(async () => {
  const { code, err } = await run('init');
  if (code !== 0) throw new Error(err);
}, 120_000);

afterAll(async () => {
  holder.child.kill('SIGKILL');
  await holder.ended;
});

describe('a running product', { timeout: 120_000 }, () => {
  it('says that it runs, and how to add an account', async () => {
    holder = start('start', '--host', 'localhost');
    await holder.says('It watches no account yet.');
    expect(holder.out()).toContain('is running (start, embedded database)');
    expect(holder.out()).toContain('host="localhost"');
  });

  it('serves the API, and lets the first administrator in by the link that it prints', async () => {
    const [, url = '', token = ''] = /(http:\/\/\S+:\d+)\/link#(\S+)/.exec(holder.out()) ?? [];
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: true });
    expect((await fetch(`${url}/api/v1/items`)).status).toBe(401);
    const signedIn = await fetch(`${url}/api/v1/session/link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        token,
        password: 'a long enough password',
        email: 'ada@example.com',
        name: 'Ada',
      }),
    });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const items = await fetch(`${url}/api/v1/items`, { headers: { cookie } });
    expect(await items.json()).toEqual({ rows: [], next: null, notes: [] });
  });

  it('is asked by every command, with the same output, errors and exit codes', async () => {
    expect(await run('account', 'add', 'slow', 's1', '--name', 'one', '--field', 'things=5')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Added one (slow s1).'),
    });
    expect(await run('account', 'add', 'slow', 's1', '--name', 'two')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('is there already'),
    });
    expect(await run('items', 'score>=x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('character 8'),
    });
  });

  it('scans a new account at once', async () => {
    await expect.poll(async () => (await json('items')).length, { timeout: 60_000, interval: 1_000 }).toBe(5);
    await expect
      .poll(async () => (await json('coverage'))[0], { timeout: 30_000 })
      .toMatchObject({ state: 'complete', nextRun: expect.any(String) });
  });

  it('refuses a second one', async () => {
    const second = await run('start');
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toMatch(/^The data directory .* is in use by process \d+\. Stop that process, .*\n$/);
  });

  it('stops the scan of a caller who presses Ctrl-C, and goes on itself', async () => {
    // Looked at once by the running product, so that it does not look again just when the caller does.
    await run('account', 'add', 'slow', 's2', '--name', 'endless', '--field', 'things=1');
    await expect
      .poll(async () => (await json('coverage', '--account', 'endless'))[0], { timeout: 60_000 })
      .toMatchObject({ state: 'complete' });
    await run('account', 'update', 'endless', '--field', 'things=100000', '--field', 'delay=20');
    const scan = start('scan', '--account', 'endless');
    await expect.poll(() => scan.err(), { timeout: 60_000 }).toContain('1 scope to look at');
    scan.child.kill('SIGINT');
    expect(await scan.ended).toMatchObject({
      code: 130,
      err: expect.stringContaining('Stopped. Everything recorded so far is consistent'),
    });
    expect(await run('account', 'update', 'endless', '--active', 'no')).toMatchObject({ code: 0 });
  });

  it('ends in order on SIGTERM', async () => {
    holder.child.kill('SIGTERM');
    expect(await holder.ended).toMatchObject({ code: 0, out: expect.stringContaining('Stopped.') });
    expect((await json('account', 'list')).map(({ name }) => name)).toEqual(['endless', 'one']);
  });
});

describe('without a running product', { timeout: 120_000 }, () => {
  it('commands typed at the same moment share the data directory', async () => {
    const all = await Promise.all([run('account', 'list'), run('account', 'list'), run('items')]);
    expect(all.map(({ code, err }) => ({ code, err }))).toEqual(all.map(() => ({ code: 0, err: '' })));
  });

  it('a killed scan leaves nothing that the next command minds', async () => {
    await run(
      'account',
      'add',
      'slow',
      's3',
      '--name',
      'third',
      '--field',
      'things=40',
      '--field',
      'delay=50',
    );
    const scan = start('scan', '--account', 'third');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    scan.child.kill('SIGKILL');
    await scan.ended;
    expect(await run('scan', '--account', 'third')).toMatchObject({ code: 0 });
    const found = await json('items', 'account:third');
    expect(found).toHaveLength(40);
    expect(new Set(found.map(({ name }) => name)).size).toBe(40);
    expect(await json('item', 'history', String(found[7]?.['id']))).toHaveLength(1);
  });

  it('the database is refused without its digest key', async () => {
    const key = join(directory, 'digest.key');
    renameSync(key, `${key}.away`);
    const refused = await run('items');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(
      /^The database has data, but its digest key is missing at .*digest\.key\. Copy digest\.key there .*\n$/,
    );
    renameSync(`${key}.away`, key);
    expect(await run('items')).toMatchObject({ code: 0 });
  });

  it('a server says what it needs, and where it cannot answer', async () => {
    expect(await run('server')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^A server without jobs needs PostgreSQL: .*\n$/),
    });
    const [taken, port] = await takenPort();
    expect(await run('start', '--port', String(port))).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(new RegExp(`^Nothing can answer at 127\\.0\\.0\\.1 port ${port}: .*\\n$`)),
    });
    taken.close();
    expect(await run('start', '--port', '70000')).toMatchObject({ code: 2 });
  });

  it('a worker says what it needs', async () => {
    expect(await run('worker')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^A worker needs PostgreSQL: .*\n$/),
    });
  });
});
