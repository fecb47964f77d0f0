/** Tells work that waits for the provider from work that hangs by itself: a plugin's code has no deadline of its own. */
import { OperationError } from '@security-monkey/sdk';
import type { Clock } from '../runtime.ts';

export type Activity = {
  /** Counts the work as a sign of life while it is under way and when it ends. */
  readonly during: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Rejects with a timeout when there has been no sign of life for a while and the work is not done. */
  readonly watch: <Value>(what: string, work: () => Promise<Value>) => Promise<Value>;
};

/** Milliseconds without a call under way after which plugin code counts as hanging. */
const longestSilence = 120_000;

export function createActivity(clock: Clock): Activity {
  let underWay = 0;
  let lastSign = clock.now().getTime();
  const during: Activity['during'] = async (work) => {
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
      lastSign = clock.now().getTime();
    }
  };
  const silence = async (what: string, done: AbortSignal): Promise<never> => {
    const begun = clock.now().getTime();
    while (!done.aborted) {
      await clock.sleep(longestSilence, done);
      const since = clock.now().getTime() - Math.max(begun, lastSign);
      if (underWay === 0 && since >= longestSilence) break;
    }
    const message = `${what} did nothing for ${longestSilence / 1_000} seconds.`;
    throw new OperationError({ class: 'timeout', message });
  };
  return {
    during,
    watch: async (what, work) => {
      const done = new AbortController();
      const late = silence(what, done.signal);
      late.catch(() => undefined);
      try {
        return await Promise.race([work(), late]);
      } finally {
        done.abort();
      }
    },
  };
}
