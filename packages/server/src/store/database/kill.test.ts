/** A slice of `test/durability/kill.test.ts`: a killed process loses nothing that it acknowledged. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { killRounds } from '../testing/kill-rounds.ts';
import { givenDataDirectory, testEngine } from '../testing/test-database.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kill-'));
});
afterEach(() => rm(directory, { recursive: true }));

/** Processes are started, on a machine that may be busy. */
const slow = 300_000;

test.runIf(testEngine === 'pglite')(
  'three rounds of kill -9 lose nothing and leave nothing half written',
  async () => {
    await givenDataDirectory(directory);
    const report = await killRounds({ directory, rounds: 3, seed: 1 });
    expect(report).toMatchObject({ rounds: 3, lost: [], broken: 0, complaints: [] });
    expect(report.acknowledged).toBeGreaterThan(0);
  },
  slow,
);
