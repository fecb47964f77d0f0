/** Everything that the kit proves of a plugin. */
import type { Plugin } from '../define/plugin.ts';
import { checkProblems } from './check-problems.ts';
import type { Estate } from './estate.ts';
import { pluginFiles } from './plugin-files.ts';
import { localId, type PluginOptions, pluginRules } from './plugin-rules.ts';
import { messageOf } from './rule.ts';
import { watcherDefinitionRules } from './watcher-definition.ts';
import { watcherProblems } from './watcher-problems.ts';

/** What is wrong with a plugin, its checks and its watchers over their estates; empty when nothing is. */
export async function pluginProblems(
  plugin: Plugin,
  options: PluginOptions = {},
): Promise<readonly string[]> {
  const problems = [
    ...pluginRules.flatMap((rule) => rule.problems({ plugin, options })),
    ...plugin.checks.flatMap((check) => checkProblems(check).map((problem) => `${check.id}: ${problem}`)),
  ];
  for (const watcher of plugin.watchers) {
    const file = estateFile(watcher.id, options);
    const found = file
      ? await watcherProblems(watcher, await loadEstate(file))
      : watcherDefinitionRules.flatMap((rule) => rule.problems(watcher));
    problems.push(...found.map((problem) => `${watcher.id}: ${problem}`));
  }
  return problems;
}

/** Where a watcher's estate is written, if it is. */
export function estateFile(watcherId: string, { folder }: PluginOptions): URL | undefined {
  return folder && pluginFiles(folder)?.estates.get(localId(watcherId));
}

/** The `estate` that an `estate.ts` exports. */
export async function loadEstate(file: URL): Promise<Estate> {
  const module: unknown = await import(/* @vite-ignore */ file.href).catch((error: unknown) => {
    throw new Error(`${file.pathname} cannot be loaded: ${messageOf(error)}`, { cause: error });
  });
  if (typeof module === 'object' && module !== null && 'estate' in module) return module.estate as Estate;
  throw new Error(`${file.pathname} exports no estate`);
}
