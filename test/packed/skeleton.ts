/** What `npm run new plugin` makes passes its tests and compiles, with nothing but the packed SDK. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../architecture/sources.ts';
import { runIn } from './pack.ts';
import type { Packed } from './packed.ts';

function make(...args: readonly string[]) {
  const entry = join(repositoryRoot, 'packages/server/bin/security-monkey.mjs');
  return spawnSync(process.execPath, [entry, 'new', 'plugin', ...args], { encoding: 'utf8' });
}

export function describeSkeleton(packed: () => Packed): void {
  describe('the skeleton of a plugin', () => {
    it('passes its tests and compiles as it is made', () => {
      const plugin = packed().folder('plugin-madeup');
      const made = make('madeup', plugin);
      expect([made.status, made.stderr]).toEqual([0, '']);
      expect(made.stdout).toContain(`wrote ${plugin}/src/index.ts\n`);
      packed().installSdk(plugin);
      const tested = runIn(plugin, 'vitest/vitest.mjs', ['run', '--reporter=verbose']);
      expect(tested).toMatch(/Tests {2}\d+ passed \(\d+\)/);
      expect(tested).toContain('check madeup.thing.to-be-named');
      expect(tested).toContain('watcher madeup.thing');
      runIn(plugin, 'typescript/bin/tsc', ['-p', '.']);
      expect(existsSync(join(plugin, 'dist/index.js'))).toBe(true);
    });

    it('is not made where something is, nor by a name that is none', () => {
      const plugin = packed().folder('plugin-madeup');
      expect(make('madeup', plugin)).toMatchObject({
        status: 2,
        stderr: `${plugin} exists already: name another directory after the plugin's name.\n`,
      });
      expect(make('Made-Up')).toMatchObject({
        status: 2,
        stderr: "A plugin's name is of small letters and digits, such as acme; not Made-Up.\n",
      });
    });
  });
}
