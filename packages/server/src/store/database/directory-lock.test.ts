/** The data directory's lock: one live holder, whatever happened to those before. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDirectory } from './directory-lock.ts';
import { ownMark } from './process-mark.ts';
import { DirectoryHeldError } from './store-error.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lock-'));
});
afterEach(() => rm(directory, { recursive: true }));

const lockPath = () => join(directory, 'lock');

test('it is free, held, and free again', async () => {
  const lock = await lockDirectory(directory);
  const second = lockDirectory(directory);
  await expect(second).rejects.toBeInstanceOf(DirectoryHeldError);
  await expect(second).rejects.toMatchObject({
    code: 'directory_held',
    pid: process.pid,
    message: `The data directory ${directory} is in use by process ${process.pid}.`,
  });
  await lock.release();
  expect(await readdir(directory)).toEqual([]);
  await (await lockDirectory(directory)).release();
});

const deadPid = async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
};

test.each([
  ['a holder that has ended', async () => ({ ...ownMark(), pid: await deadPid() })],
  ['a pid that is used again by another process', async () => ({ ...ownMark(), started: 'another boot/1' })],
  ['an empty file, as after a power cut', async () => ''],
  ['a file of something else', async () => ({ pid: 'x' })],
])('it is taken over from %s', async (_, content) => {
  const text = await content();
  await writeFile(lockPath(), typeof text === 'string' ? text : JSON.stringify(text));
  const lock = await lockDirectory(directory);
  expect(JSON.parse(await readFile(lockPath(), 'utf8'))).toMatchObject(ownMark());
  expect(await readdir(directory)).toEqual(['lock']);
  await lock.release();
});

test('of many that take it over at once, one gets it', async () => {
  await writeFile(lockPath(), JSON.stringify({ ...ownMark(), pid: await deadPid() }));
  const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => lockDirectory(directory)));
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refusals = attempts.filter((attempt) => attempt.status === 'rejected');
  expect(refusals.every(({ reason }) => reason instanceof DirectoryHeldError)).toBe(true);
  expect(await readdir(directory)).toEqual(['lock']);
});

test('a right to take over whose holder died is taken over too', async () => {
  const dead = JSON.stringify({ ...ownMark(), pid: await deadPid() });
  await writeFile(lockPath(), dead);
  await writeFile(`${lockPath()}.next`, dead);
  await lockDirectory(directory);
  expect(await readdir(directory)).toEqual(['lock']);
});

test('what is released is not the lock of another', async () => {
  const lock = await lockDirectory(directory);
  await writeFile(lockPath(), 'of another');
  await lock.release();
  expect(await readFile(lockPath(), 'utf8')).toBe('of another');
});

test('a directory that is none is refused in one line', async () => {
  await expect(lockDirectory(join(directory, 'nowhere'))).rejects.toMatchObject({
    code: 'directory_unusable',
  });
});
