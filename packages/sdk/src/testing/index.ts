/** The testing kit for plugins: everything that must be true of a check, a watcher and a plugin, as vitest cases. */
export { checkProblems } from './check-problems.ts';
export { describePlugin } from './describe-plugin.ts';
export {
  type Estate,
  type EstateAnswer,
  type EstateCall,
  type ExpectedItem,
  type OtherWay,
  providerError,
  type Way,
  waysOf,
} from './estate.ts';
export { exampleInput } from './example.ts';
export { frameworkProblems } from './framework-problems.ts';
export { estateFile, loadEstate, pluginProblems } from './plugin-problems.ts';
export type { PluginOptions } from './plugin-rules.ts';
export { testCheck } from './test-check.ts';
export { testWatcher } from './test-watcher.ts';
export { type WatcherCall, watcherCalls } from './watcher-calls.ts';
export { watcherProblems } from './watcher-problems.ts';
