/** The entry of the thread in which a plugin is loaded for the first time, to see whether it can be. */
import { parentPort, workerData } from 'node:worker_threads';

export type TrialOutcome = { readonly problem?: string };

function tell(outcome: TrialOutcome): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  parentPort?.postMessage(outcome);
}

// Nothing is left to do in this thread, and yet the module is not loaded: it waits for what nothing will ever do.
process.once('beforeExit', () => tell({ problem: 'its loading waits for ever' }));

import(String(workerData)).then(
  () => tell({}),
  (error: unknown) => {
    const [problem = ''] = String(error instanceof Error ? error.message : error).split('\n');
    tell({ problem });
  },
);
