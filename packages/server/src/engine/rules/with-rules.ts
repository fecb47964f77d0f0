/** Plugins and rules together. */
import type { Plugin } from '@security-monkey/sdk';
import type { Rule } from './rule-schema.ts';
import { rulesPlugin } from './rules-plugin.ts';

/** The plugins, with one more that brings the rules where there are any. */
export function withRules(plugins: readonly Plugin[], rules: readonly Rule[]): readonly Plugin[] {
  if (rules.length === 0) return plugins;
  const watchers = new Map(
    plugins.flatMap((plugin) => plugin.watchers).map((watcher) => [watcher.id, watcher]),
  );
  return [...plugins, rulesPlugin(rules, (technology) => watchers.get(technology))];
}
