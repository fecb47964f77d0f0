/** A full disk is told in one line, loses nothing, and is over when there is space again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPairs } from '../testing/durable-writer.ts';
import { fullDiskComplaint, writeUntilFull } from '../testing/full-disk.ts';
import { givenDataDirectory, testEngine } from '../testing/test-database.ts';
import { openDatabase } from './database.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'full-'));
});
afterEach(() => rm(directory, { recursive: true }));

/** Processes are started, on a machine that may be busy. */
const slow = 300_000;

const runs = testEngine === 'pglite' && process.platform === 'linux';

test.runIf(runs)(
  'when writing',
  async () => {
    await givenDataDirectory(directory);
    const report = writeUntilFull(directory, 12_000);
    expect([report.exitCode, report.complaints]).toEqual([1, [fullDiskComplaint]]);
    expect(report.wrote.length).toBeGreaterThan(0);

    const again = await openDatabase({ directory });
    const found = await readPairs(again.db);
    await again.close();
    expect(found).toEqual({ pairs: report.wrote, broken: 0 });
  },
  slow,
);
