/** Removes configs that nothing refers to any more, such as those of accounts that were removed. */
import { sweepConfigs } from '../store/configs.ts';
import type { Runtime } from './runtime.ts';

/** Longer than any run, and than the day within which a config that is wanted again is not told so. */
const grace = 2 * 24 * 60 * 60_000;
const batch = 1_000;

/** Returns how many were removed. */
export async function sweep({ db, clock }: Runtime, signal: AbortSignal): Promise<number> {
  const before = new Date(clock.now().getTime() - grace);
  let swept = 0;
  while (!signal.aborted) {
    const removed = await sweepConfigs(db, { before, limit: batch });
    swept += removed;
    if (removed < batch) break;
  }
  return swept;
}
