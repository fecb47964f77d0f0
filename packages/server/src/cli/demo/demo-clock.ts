/** The clock of the demo estate: it stands at moments of the past while the history is filled, and is the real one from then on. */
import type { Clock } from '../../engine/runtime.ts';

export type DemoClock = Clock & {
  /** It stands there until it is told otherwise. */
  readonly goTo: (at: Date) => void;
  /** From now on it is the real one. */
  readonly arrive: () => void;
};

export function createDemoClock(real: Clock): DemoClock {
  const state: { at?: Date } = {};
  return {
    now: () => state.at ?? real.now(),
    // Waiting is for what goes on in this process, and takes its time.
    sleep: real.sleep,
    goTo: (at) => {
      state.at = at;
    },
    arrive: () => {
      delete state.at;
    },
  };
}
