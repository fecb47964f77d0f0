/** What the tests of a plugin know of its watchers: how they name items, and what they cost in calls. */
import type { Plugin } from '@security-monkey/sdk';
import { estateFile, loadEstate, watcherCalls } from '@security-monkey/sdk/testing';
import type { TechnologyFacts } from './technology-page.ts';

/** Runs each watcher over the estate beside it. `folder`: the source of the plugin. */
export async function technologyFacts(
  { watchers }: Plugin,
  folder: URL,
): Promise<readonly TechnologyFacts[]> {
  return await Promise.all(
    watchers.map(async (watcher) => {
      const file = estateFile(watcher.id, { folder });
      if (file === undefined) return { watcher, calls: [] };
      const estate = await loadEstate(file);
      return { watcher, example: estate.items[0], calls: await watcherCalls(watcher, estate) };
    }),
  );
}
