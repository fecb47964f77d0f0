/** Registers the tests of a whole plugin. */
import { describe, expect, it } from 'vitest';
import type { Plugin } from '../define/plugin.ts';
import type { Watcher } from '../define/watcher.ts';
import { estateFile, loadEstate } from './plugin-problems.ts';
import { type PluginOptions, pluginRules } from './plugin-rules.ts';
import { testCheck } from './test-check.ts';
import { watcherDefinitionRules } from './watcher-definition.ts';
import { watcherRules } from './watcher-problems.ts';

/**
 * Registers the tests of a plugin: its lists against its folders, every check by {@link testCheck}, and every watcher
 * that has an `estate.ts` (exporting `estate`) beside it as by `testWatcher`.
 *
 * @example describePlugin(plugin, { folder: new URL('.', import.meta.url) });
 */
export function describePlugin(plugin: Plugin, options: PluginOptions = {}): void {
  describe(`plugin ${plugin.name}`, () => {
    it.each(pluginRules)('$title', ({ problems }) => {
      expect(problems({ plugin, options })).toEqual([]);
    });
    for (const watcher of plugin.watchers) describeWatcher(watcher, options);
    for (const check of plugin.checks) testCheck(check);
  });
}

function describeWatcher(watcher: Watcher, options: PluginOptions): void {
  const file = estateFile(watcher.id, options);
  describe(`watcher ${watcher.id}`, () => {
    if (file === undefined) {
      it.each(watcherDefinitionRules)('$title', ({ problems }) => {
        expect(problems(watcher)).toEqual([]);
      });
      return;
    }
    it.each(watcherRules)('$title', async ({ problems }) => {
      expect(await problems({ watcher, estate: await loadEstate(file) })).toEqual([]);
    });
  });
}
