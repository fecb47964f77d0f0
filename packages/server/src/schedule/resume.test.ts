/** A worker that is killed: another goes on, and nothing is doubled. Needs processes that share a server, so PostgreSQL only. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlace, type Started } from '../cli/testing/processes.ts';
import { testEngine } from '../store/testing/test-database.ts';

const server = process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const name = `sm_resume_${randomUUID().slice(0, 8)}`;
const started: Started[] = [];

async function admin(statement: string): Promise<void> {
  const client = new Client(server);
  await client.connect();
  await client.query(statement);
  await client.end();
}

beforeAll(async () => {
  if (testEngine === 'postgres') await admin(`create database ${name}`);
});
afterAll(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  if (testEngine === 'postgres') await admin(`drop database ${name} with (force)`);
});

describe.skipIf(testEngine !== 'postgres')('a killed worker', { timeout: 540_000 }, () => {
  it('is replaced by another, and nothing is doubled', async () => {
    const url = new URL(server);
    url.pathname = `/${name}`;
    const { start, run, json } = createPlace({ DATABASE_URL: url.href });
    const begin = (): Started => {
      const worker = start('worker');
      started.push(worker);
      return worker;
    };
    await run(
      'account',
      'add',
      'slow',
      's1',
      '--name',
      'prod',
      '--field',
      'things=300',
      '--field',
      'delay=50',
    );
    const first = begin();
    await expect
      .poll(async () => (await json('items')).length, { timeout: 60_000, interval: 500 })
      .toBeGreaterThan(3);
    first.child.kill('SIGKILL');
    const second = begin();
    await expect
      .poll(async () => (await json('coverage'))[0]?.['state'], { timeout: 400_000, interval: 5_000 })
      .toBe('complete');
    const items = await json('items');
    expect(items).toHaveLength(300);
    expect(new Set(items.map((item) => item['name'])).size).toBe(300);
    expect(await json('item', 'history', 'thing-2')).toHaveLength(1);
    expect(second.child.exitCode).toBeNull();
    second.child.kill('SIGTERM');
    expect(await second.ended).toMatchObject({ code: 0 });
  });
});
