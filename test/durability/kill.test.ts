/** The embedded database under `kill -9` at random moments: while it is made, opened, migrated, recovered and written. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killRounds } from '../../packages/server/src/store/testing/kill-rounds.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kill-'));
});
afterAll(() => rm(directory, { recursive: true }));

test('50 rounds lose nothing that was acknowledged and leave nothing half written', async () => {
  const report = await killRounds({ directory, rounds: 50, seed: 20_261_123 });
  console.log(JSON.stringify(report));
  expect(report).toMatchObject({ rounds: 50, lost: [], broken: 0, complaints: [] });
  expect(report.acknowledged).toBeGreaterThan(100);
}, 1_800_000);
