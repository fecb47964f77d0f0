/** Everything that the kit proves of a watcher over an estate. */
import type { Watcher } from '../define/watcher.ts';
import { type Estate, waysOf } from './estate.ts';
import type { WatcherProof } from './observe.ts';
import type { AsyncRule } from './rule.ts';
import { watcherCallRules } from './watcher-call-rules.ts';
import { watcherDefinitionRules } from './watcher-definition.ts';
import { watcherFaultRules } from './watcher-fault-rules.ts';
import { watcherItemRules } from './watcher-item-rules.ts';
import { watcherPastRules } from './watcher-past-rules.ts';
import { watcherPathRules } from './watcher-path-rules.ts';

export const watcherRules: readonly AsyncRule<WatcherProof>[] = [
  ...watcherDefinitionRules.map(({ title, problems }) => ({
    title,
    problems: async ({ watcher }: WatcherProof) => problems(watcher),
  })),
  ...watcherItemRules.map(byEveryWay),
  ...watcherCallRules,
  ...watcherFaultRules.map(byEveryWay),
  ...watcherPathRules,
  ...watcherPastRules,
];

/** What holds of the estate holds by every way to its items. */
function byEveryWay({ title, problems }: AsyncRule<WatcherProof>): AsyncRule<WatcherProof> {
  return {
    title,
    problems: async ({ watcher, estate }) => {
      const found = waysOf(estate).map(async (way) => {
        const told = await problems({ watcher, estate: way.estate });
        return way.title === '' ? told : told.map((text) => `by ${way.title}: ${text}`);
      });
      return (await Promise.all(found)).flat();
    },
  };
}

/** What is wrong with a watcher, one line each; empty when nothing is. */
export async function watcherProblems(watcher: Watcher, estate: Estate): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const rule of watcherRules) problems.push(...(await rule.problems({ watcher, estate })));
  return problems;
}
