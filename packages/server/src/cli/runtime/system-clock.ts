/** The real clock; everything below the command line is given it. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../engine/runtime.ts';

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: async (milliseconds, signal) => {
    try {
      await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      if (signal?.aborted !== true) throw error;
    }
  },
};
