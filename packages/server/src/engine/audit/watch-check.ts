/** Tells a check that outlasts its time limit from one that waits for the processor on a busy machine. */
import type { Worker } from 'node:worker_threads';

/** Looks a limit is divided into: a machine that slept through the limit has counted one look only. */
const looks = 4;

/** After so many limits it is over, whoever had the processor meanwhile: a check may also sleep. */
const patience = 10;

export type Watched = {
  readonly worker: Pick<Worker, 'cpuUsage'>;
  /** Milliseconds of processor time. */
  readonly limit: number;
  /** A number that differs for every check that runs; undefined while none does. */
  readonly running: () => number | undefined;
  readonly outlasted: () => void;
};

/** Calls `outlasted` once the same check has used up the limit. The function it gives ends the watch. */
export function watchCheck({ worker, limit, running, outlasted }: Watched): () => void {
  let last: {
    readonly check: number | undefined;
    readonly looks: number;
    readonly used: number | undefined;
  } = {
    check: undefined,
    looks: 0,
    used: undefined,
  };
  let isLooking = false;
  const look = async (): Promise<void> => {
    const check = running();
    if (check === undefined || check !== last.check) {
      last = { check, looks: 0, used: await processorTime(worker) };
      return;
    }
    last = { ...last, looks: last.looks + 1 };
    if (last.looks < looks) return;
    const used = await processorTime(worker);
    const isBusy =
      used === undefined || last.used === undefined || used - last.used >= limit * (1 - 1 / looks);
    if ((isBusy || last.looks >= looks * patience) && running() === check) outlasted();
  };
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void look().finally(() => {
      isLooking = false;
    });
  }, limit / looks);
  return () => clearInterval(timer);
}

/** Milliseconds; undefined where the thread has ended or this Node cannot tell. */
async function processorTime(worker: Watched['worker']): Promise<number | undefined> {
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1_000;
  } catch {
    return undefined;
  }
}
