/** The embedded database on a file system that is really full. Needs the right to mount one; without it, it is skipped. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../packages/server/src/store/database/database.ts';
import { readPairs } from '../../packages/server/src/store/testing/durable-writer.ts';
import { fullDiskComplaint, writeUntilFull } from '../../packages/server/src/store/testing/full-disk.ts';

const mount = (...options: readonly string[]) => spawnSync('mount', [...options]).status === 0;

let directory = '';
let mounted = false;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'full-'));
  mounted = mount('-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', directory);
});
afterAll(async () => {
  if (mounted) spawnSync('umount', [directory]);
  await rmdir(directory);
});

test('it is told in one line, again while the disk stays full, and over when there is space', async (context) => {
  if (!mounted) context.skip('a file system cannot be mounted here');
  const first = writeUntilFull(directory);
  expect([first.exitCode, first.complaints]).toEqual([1, [fullDiskComplaint]]);
  expect(writeUntilFull(directory)).toEqual({ exitCode: 1, wrote: [], complaints: [fullDiskComplaint] });

  expect(mount('-o', 'remount,size=300m', directory)).toBe(true);
  const opened = await openDatabase({ directory });
  const found = await readPairs(opened.db);
  await opened.close();
  expect(found).toEqual({ pairs: first.wrote, broken: 0 });
});

test('no database can be made without space, and one can be made later', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'full-'));
  const report = writeUntilFull(empty, 4_000);
  expect([report.exitCode, report.wrote, report.complaints.length]).toEqual([1, [], 1]);
  expect(report.complaints[0]).toContain(`failed A database cannot be made in ${empty}: `);
  const opened = await openDatabase({ directory: empty });
  expect(await readPairs(opened.db)).toEqual({ pairs: [], broken: 0 });
  await opened.close();
  await rm(empty, { recursive: true });
});
