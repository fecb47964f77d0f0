/** What `npm run new plugin` makes passes its tests and compiles, with nothing but the packed SDK. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { repositoryRoot } from '../architecture/sources.ts';
import { install } from './install.ts';
import { packProduct, runIn } from './pack.ts';

const given = { folder: '', plugin: '' };

beforeAll(() => {
  given.folder = mkdtempSync(join(tmpdir(), 'skeleton-'));
  given.plugin = join(given.folder, 'plugin-madeup');
});
afterAll(() => rmSync(given.folder, { recursive: true, force: true }));

function make(...args: readonly string[]) {
  const entry = join(repositoryRoot, 'packages/server/bin/security-monkey.mjs');
  return spawnSync(process.execPath, [entry, 'new', 'plugin', ...args], { encoding: 'utf8' });
}

it('passes its tests and compiles as it is made', () => {
  const made = make('madeup', given.plugin);
  expect([made.status, made.stderr]).toEqual([0, '']);
  expect(made.stdout).toContain(`wrote ${given.plugin}/src/index.ts\n`);
  const tarballs = packProduct(join(given.folder, 'tarballs'), 'sdk');
  const others = ['zod', 'vitest', 'vite', 'typescript', '@types/node'];
  install({ directory: given.plugin, tarballs, others });
  const tested = runIn(given.plugin, 'vitest/vitest.mjs', ['run', '--reporter=verbose']);
  expect(tested).toMatch(/Tests {2}\d+ passed \(\d+\)/);
  expect(tested).toContain('check madeup.thing.to-be-named');
  expect(tested).toContain('watcher madeup.thing');
  runIn(given.plugin, 'typescript/bin/tsc', ['-p', '.']);
  expect(existsSync(join(given.plugin, 'dist/index.js'))).toBe(true);
});

it('is not made where something is, nor by a name that is none', () => {
  expect(make('madeup', given.plugin)).toMatchObject({
    status: 2,
    stderr: `${given.plugin} exists already: name another directory after the plugin's name.\n`,
  });
  expect(make('Made-Up')).toMatchObject({
    status: 2,
    stderr: "A plugin's name is of small letters and digits, such as acme; not Made-Up.\n",
  });
});
