/** What several watchers need of one account, loaded once a run by whoever asks first. */
import { OperationError } from '@security-monkey/sdk';
import type { Clock } from '../runtime.ts';

export type SharedLoads = <Value>(key: string, load: () => Promise<Value>) => Promise<Value>;

/** Milliseconds after which a load counts as hanging, whatever it waits for. */
const longestLoad = 30 * 60_000;

export function createSharedLoads(clock: Clock): SharedLoads {
  const loads = new Map<string, Promise<unknown>>();
  return <Value>(key: string, load: () => Promise<Value>): Promise<Value> => {
    const begun = loads.get(key);
    // The key stands for the type: who asks for the same key asks for the same thing.
    if (begun !== undefined) return begun as Promise<Value>;
    const loading = withDeadline(clock, key, load);
    loads.set(key, loading);
    return loading;
  };
}

async function withDeadline<Value>(clock: Clock, key: string, load: () => Promise<Value>): Promise<Value> {
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
