/** What several watchers need of one account, loaded once a run by whoever asks first. */
import { isOperationError, OperationError } from '@security-monkey/sdk';
import type { Clock } from '../runtime.ts';

export type SharedLoads = <Value>(key: string, load: () => Promise<Value>) => Promise<Value>;

/** Milliseconds after which a load counts as hanging, whatever it waits for. */
const longestLoad = 30 * 60_000;

/** A load that ends because the scope which began it was stopped is begun anew by the next one that needs it. */
export function createSharedLoads(clock: Clock): SharedLoads {
  const loads = new Map<string, Promise<unknown>>();
  const begin = <Value>(key: string, load: () => Promise<Value>): Promise<Value> => {
    const loading = withDeadline(clock, key, load);
    loads.set(key, loading);
    return loading;
  };
  const shared = async <Value>(key: string, load: () => Promise<Value>): Promise<Value> => {
    const begun = loads.get(key);
    if (begun === undefined) return begin(key, load);
    try {
      // The key stands for the type: who asks for the same key asks for the same thing.
      return (await begun) as Value;
    } catch (error) {
      if (!isCanceled(error)) throw error;
      if (loads.get(key) === begun) loads.delete(key);
      return shared(key, load);
    }
  };
  return shared;
}

function isCanceled(error: unknown): boolean {
  return isOperationError(error) && error.failure.class === 'canceled';
}

/** Rejects with a timeout when it takes too long. */
export async function withDeadline<Value>(
  clock: Clock,
  key: string,
  load: () => Promise<Value>,
): Promise<Value> {
  const done = new AbortController();
  const late = clock.sleep(longestLoad, done.signal).then(() => {
    throw new OperationError({ class: 'timeout', message: `Loading ${key} took too long.` });
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([load(), late]);
  } finally {
    done.abort();
  }
}
