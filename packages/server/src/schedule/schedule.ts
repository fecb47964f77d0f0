/** Keeps everything going: finds what is due, puts it into the queues, and works on the queues. Any number of processes may run it. */
import type { PgBoss } from 'pg-boss';
import type { Runtime } from '../engine/runtime.ts';
import { loadSettings } from '../engine/settings/settings.ts';
import type { OpenDatabase } from '../store/database/database.ts';
import { queues, startBoss } from './boss.ts';
import { findDueAccounts } from './due.ts';
import { runAudit, runCollect, runDeliver, runSweep } from './jobs.ts';

export type ScheduleOptions = {
  readonly runtime: Runtime;
  readonly database: OpenDatabase;
  /** Accounts that this process collects at the same time. */
  readonly accountsAtOnce: number;
  /** What has to be over before anything begins; it never rejects. */
  readonly after?: Promise<void>;
};

export type Schedule = {
  /** Stops what is under way at its next consistent point and waits for it; another process or the next start goes on. */
  readonly stop: () => Promise<void>;
};

const tickMs = 2_000;
const auditEveryMs = 60_000;
const deliverEveryMs = 5_000;
const sweepEveryMs = 24 * 3_600_000;

/** Starts the workers of this process and its share of looking for what is due. */
export async function startSchedule({ after, ...options }: ScheduleOptions): Promise<Schedule> {
  if (after === undefined) return await startNow(options);
  const state = { isStopped: false };
  const started = after.then(async () => (state.isStopped ? undefined : await startNow(options)));
  started.catch((error: unknown) => {
    const problem = error instanceof Error ? error.message : String(error);
    options.runtime.log.error({ problem }, 'the schedule could not be started');
  });
  return {
    stop: async () => {
      state.isStopped = true;
      const [schedule] = await Promise.allSettled([started]);
      if (schedule.status === 'fulfilled') await schedule.value?.stop();
    },
  };
}

async function startNow({
  runtime,
  database,
  accountsAtOnce,
}: Omit<ScheduleOptions, 'after'>): Promise<Schedule> {
  const boss = await startBoss(database, runtime.log);
  const stop = new AbortController();
  const patient = { pollingIntervalSeconds: 5 } as const;
  await boss.work<{ readonly accountId: string }>(
    queues.collect,
    { pollingIntervalSeconds: 1, localConcurrency: accountsAtOnce },
    async ([job]) => {
      if (job !== undefined)
        await runCollect(runtime, { id: job.id, ...job.data }, AbortSignal.any([job.signal, stop.signal]));
    },
  );
  await boss.work(queues.audit, patient, async ([job]) => {
    if (job !== undefined) await runAudit(runtime, AbortSignal.any([job.signal, stop.signal]));
  });
  await boss.work(queues.deliver, patient, async ([job]) => {
    if (job !== undefined) await runDeliver(runtime, AbortSignal.any([job.signal, stop.signal]));
  });
  await boss.work(queues.sweep, { pollingIntervalSeconds: 60 }, async ([job]) => {
    if (job !== undefined) await runSweep(runtime, AbortSignal.any([job.signal, stop.signal]));
  });
  const ticking = tickUntil(runtime, boss, stop.signal);
  return {
    stop: async () => {
      stop.abort();
      await ticking;
      await boss.stop({ graceful: true, close: false, timeout: 30_000 });
    },
  };
}

/** What is done again and again, whatever else happens. */
const regular = [
  { queue: queues.audit, every: auditEveryMs },
  { queue: queues.deliver, every: deliverEveryMs },
  { queue: queues.sweep, every: sweepEveryMs },
] as const;

async function tickUntil(runtime: Runtime, boss: PgBoss, signal: AbortSignal): Promise<void> {
  const last = new Map<string, number>();
  while (!signal.aborted) {
    try {
      await sendDueAccounts(runtime, boss);
      await sendRegular(boss, last, runtime.clock.now().getTime());
    } catch (error) {
      // A database that is away for a moment must not end the loop; it is reported and asked again.
      runtime.log.error(
        { problem: error instanceof Error ? error.message : String(error) },
        'could not look for what is due',
      );
    }
    await runtime.clock.sleep(tickMs, signal);
  }
}

async function sendRegular(boss: PgBoss, last: Map<string, number>, now: number): Promise<void> {
  for (const { queue, every } of regular) {
    if (now - (last.get(queue) ?? Number.NEGATIVE_INFINITY) < every) continue;
    last.set(queue, now);
    await boss.send(queue, {}, { singletonKey: queue });
  }
}

async function sendDueAccounts(runtime: Runtime, boss: PgBoss): Promise<void> {
  const settings = await loadSettings(runtime.db);
  const due = await findDueAccounts(runtime.db, {
    registry: runtime.registry,
    settings,
    now: runtime.clock.now(),
  });
  for (const { account } of due)
    await boss.send(queues.collect, { accountId: account.id }, { singletonKey: account.id });
}
