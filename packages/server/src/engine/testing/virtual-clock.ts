/** A clock that moves only when everybody sleeps: hours of backoff pass in no time, and a hanging call meets its deadline. */
import type { Clock } from '../runtime.ts';

export type VirtualClock = Clock & {
  /** Lets time pass between two scans. */
  readonly advance: (milliseconds: number) => void;
  /** Time stands still while the work goes on, whatever real waiting it does. */
  readonly paused: <Value>(work: () => Promise<Value>) => Promise<Value>;
};

type Sleeper = { readonly at: number; readonly wake: () => void };

/** Starts at the given moment. Each turn of the event loop wakes the sleeper whose time comes first. */
export function createVirtualClock(start = '2026-01-01T00:00:00.000Z'): VirtualClock {
  const sleepers = new Set<Sleeper>();
  let now = new Date(start).getTime();
  let pauses = 0;
  let ticking = false;

  const tick = (): void => {
    ticking = false;
    if (pauses > 0) return;
    const [first] = [...sleepers].toSorted((left, right) => left.at - right.at);
    if (first === undefined) return;
    sleepers.delete(first);
    now = Math.max(now, first.at);
    first.wake();
    schedule();
  };
  const schedule = (): void => {
    if (ticking || pauses > 0 || sleepers.size === 0) return;
    ticking = true;
    setImmediate(tick);
  };
  const sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> => {
    if (signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const onAbort = (): void => {
        sleepers.delete(sleeper);
        resolve();
      };
      const wake = (): void => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      };
      const sleeper: Sleeper = { at: now + Math.max(0, milliseconds), wake };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', onAbort, { once: true });
      schedule();
    });
  };
  const paused = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    pauses += 1;
    try {
      return await work();
    } finally {
      pauses -= 1;
      schedule();
    }
  };
  return {
    now: () => new Date(now),
    sleep,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    paused,
  };
}
