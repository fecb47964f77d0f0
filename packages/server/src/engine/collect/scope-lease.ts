/** The lease of a running scope: renewed by time while calls are made, noticed when it is lost. */
import { type Run, renewLease } from '../../store/coverage.ts';
import type { Runtime } from '../runtime.ts';

/** How long a run that gives no sign of life keeps its scope. */
export const leaseDuration = 5 * 60_000;
const renewAfter = leaseDuration / 3;

export type ScopeLease = {
  /** Renews when it is time; cheap, to be called often. */
  readonly touch: () => void;
  /** Waits for a renewal that is under way. */
  readonly settled: () => Promise<void>;
};

/** `lost` is called with the reason when the scope belongs to another run, or when the database no longer answers. */
export function createScopeLease(
  { db, clock }: Runtime,
  run: Run,
  lost: (reason: unknown) => void,
): ScopeLease {
  let renewed = clock.now().getTime();
  let renewal: Promise<void> | undefined;
  const renew = async (): Promise<void> => {
    await renewLease(db, run, new Date(renewed + leaseDuration));
  };
  return {
    touch: () => {
      const now = clock.now().getTime();
      if (renewal !== undefined || now - renewed < renewAfter) return;
      renewed = now;
      renewal = renew()
        .catch(lost)
        .finally(() => {
          renewal = undefined;
        });
    },
    settled: async () => {
      await renewal;
    },
  };
}
