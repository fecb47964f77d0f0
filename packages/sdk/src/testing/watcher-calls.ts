/** What a watcher costs in calls, counted over its estate. */
import type { Watcher } from '../define/watcher.ts';
import { type Estate, waysOf } from './estate.ts';
import type { FakeCall, Stage } from './fake-provider.ts';
import { observe } from './observe.ts';
import { pastOperations } from './watcher-past-rules.ts';

/** For each operation that the watcher makes, on whose behalf, in the order of its permissions. */
export type WatcherCall = {
  readonly operation: string;
  readonly permission: string;
  /** One for each page of the listing. */
  readonly isListing: boolean;
  /** Once an account, region and run, for all items together. */
  readonly isShared: boolean;
  /** For an item on average, of those for which it is made at all; 0 when for none. */
  readonly perItem: number;
  /** Once, after the first listing, for the past of many items together. */
  readonly isPast?: true;
  /** The other way to the items by which alone it is made. */
  readonly way?: string;
};

/** Runs the watcher over the estate, by every way to its items. An operation that no run makes and that does not ask for the past asks whether a missing item is gone. */
export async function watcherCalls(watcher: Watcher, estate: Estate): Promise<readonly WatcherCall[]> {
  const past = await pastOperations(watcher, estate);
  const runs = await Promise.all(
    waysOf(estate).map(async (way) => ({
      way: way.title,
      ...(await observe({ watcher, estate: way.estate })),
    })),
  );
  return Object.entries(watcher.permissions).map(([operation, permission]) => {
    const run = runs.find(({ calls }) => calls.some((call) => call.operation === operation));
    const made = (stage: Stage): number =>
      run?.calls.filter((call: FakeCall) => call.operation === operation && call.stage === stage).length ?? 0;
    const concerned = run?.items.filter(({ scope }) => scope.operations.has(operation)).length ?? 0;
    const way = run?.way ?? past.get(operation) ?? '';
    return {
      operation,
      permission,
      isListing: made('list') > 0,
      isShared: made('shared') > 0,
      perItem: concerned === 0 ? 0 : made('describe') / concerned,
      ...(run === undefined && past.has(operation) && { isPast: true as const }),
      ...(way !== '' && { way }),
    };
  });
}
