/** Real processes: `start` without an account shows the demo, every command with it, until there is an account of one's own. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createPlace, type Started } from '../testing/processes.ts';

const place = createPlace({ SECURITY_MONKEY_DEMO: 'when-empty' });
const { run, json, start, directory } = place;
const longest = { timeout: 180_000 };
let holder: Started | undefined;

afterAll(async () => {
  holder?.child.kill('SIGKILL');
  await holder?.ended;
});

/** How many accounts there are; none may be anything but simulated. */
async function simulated(): Promise<number> {
  const types = (await json('account', 'list')).map(({ type }) => String(type));
  expect(types.filter((type) => !type.endsWith('-demo'))).toEqual([]);
  return types.length;
}

const label = 'DEMO: simulated accounts, nothing of yours.';

it('start says that it is a demo, before anything else', longest, async () => {
  holder = start('start');
  await holder.says('It watches 7 accounts');
  expect(holder.out()).toMatch(/^DEMO: simulated accounts, nothing of yours\./);
});

it('every command shows it, and says so', longest, async () => {
  const listed = await run('account', 'list');
  expect(listed).toMatchObject({ code: 0, err: expect.stringContaining(label) });
  expect(await simulated()).toEqual(9);
  await expect
    .poll(async () => (await json('items')).length, { timeout: 120_000, interval: 2_000 })
    .toBeGreaterThan(300);
});

it('nothing of it lies in the data directory itself', () => {
  expect(['database', 'digest.key'].filter((name) => existsSync(join(directory, name)))).toEqual([]);
  expect(existsSync(join(directory, 'demo', 'database'))).toBe(true);
});

it('takes no account of one’s own, and no simulated one is taken elsewhere', longest, async () => {
  expect(await run('--demo', 'account', 'add', 'slow', 's1', '--name', 'one')).toMatchObject({
    code: 2,
    err: expect.stringContaining('The demo estate has simulated accounts only'),
  });
  expect(await run('account', 'add', 'aws-demo', '111122223333', '--name', 'one')).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no account type aws-demo.'),
  });
  expect(await simulated()).toEqual(9);
});

it('refuses a second start', longest, async () => {
  expect(await run('start')).toMatchObject({ code: 1, err: expect.stringContaining('is in use by process') });
});

it('ends with the first account of one’s own, which the same process goes on to watch', longest, async () => {
  const added = await run('account', 'add', 'slow', 's1', '--name', 'one', '--field', 'things=5');
  expect(added).toMatchObject({ code: 0, out: expect.stringContaining('Added one (slow s1).') });
  expect(added.err).not.toContain(label);
  await holder?.says('It watches 1 account;');
  expect((await json('account', 'list')).map(({ name }) => name)).toEqual(['one']);
  await expect.poll(async () => (await json('items')).length, { timeout: 60_000, interval: 1_000 }).toBe(5);
  expect((await run('items')).err).not.toContain(label);
});

it('is still there for who asks for it, beside the running product', longest, async () => {
  const accounts = await json('--demo', 'account', 'list');
  expect(accounts.map(({ name }) => name)).toContain('demo-production');
  holder?.child.kill('SIGTERM');
  expect(await holder?.ended).toMatchObject({ code: 0 });
});

it('start watches one’s own account from then on', longest, async () => {
  holder = start('start');
  await holder.says('It watches 1 account;');
  expect(holder.out()).not.toContain('DEMO');
  holder.child.kill('SIGTERM');
  await holder.ended;
});

it('start --demo shows it whatever else there is, and goes on where it was', longest, async () => {
  holder = start('start', '--demo');
  await holder.says('is running (start, embedded database)');
  expect(holder.out()).toMatch(/^DEMO/);
  expect((await json('--demo', 'items')).length).toBeGreaterThan(300);
  expect((await json('items')).length).toBe(5);
  holder.child.kill('SIGTERM');
  expect(await holder.ended).toMatchObject({ code: 0, out: expect.stringContaining('Stopped.') });
});
