/** What a watcher costs in calls, counted over its estate. */
import type { Watcher } from '../define/watcher.ts';
import type { Estate } from './estate.ts';
import type { FakeCall, Stage } from './fake-provider.ts';
import { observe } from './observe.ts';

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
};

/** Runs the watcher over the estate. An operation that no run makes asks whether a missing item is gone. */
export async function watcherCalls(watcher: Watcher, estate: Estate): Promise<readonly WatcherCall[]> {
  const { calls, items } = await observe({ watcher, estate });
  const made = (operation: string, stage: Stage): number =>
    calls.filter((call: FakeCall) => call.operation === operation && call.stage === stage).length;
  return Object.entries(watcher.permissions).map(([operation, permission]) => {
    const concerned = items.filter(({ scope }) => scope.operations.has(operation)).length;
    return {
      operation,
      permission,
      isListing: made(operation, 'list') > 0,
      isShared: made(operation, 'shared') > 0,
      perItem: concerned === 0 ? 0 : made(operation, 'describe') / concerned,
    };
  });
}
