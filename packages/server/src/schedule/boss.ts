/** The job queues, on the product's own database. */
import { PgBoss } from 'pg-boss';
import type { Log } from '../engine/runtime.ts';
import type { OpenDatabase } from '../store/database/database.ts';

export const queues = {
  /** One job an account: collect what is due of it, then audit it. */
  collect: 'collect',
  audit: 'audit',
  deliver: 'deliver',
  sweep: 'sweep',
} as const;

export type QueueName = keyof typeof queues;

/** A worker that is killed stops beating; its job is given to another after at most this and one supervision. */
const heartbeatSeconds = 10;
const superviseSeconds = 5;

/** Connects pg-boss and makes the queues; every process may do so. */
export async function startBoss(database: OpenDatabase, log: Log): Promise<PgBoss> {
  const boss = new PgBoss({
    db: database.bossDb,
    backend: database.engine === 'pglite' ? 'pglite' : 'postgres',
    schedule: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    // The product's own indexes and those of the queues are small; rebuilding them is the database owner's business.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', (error) => log.error({ problem: error.message }, 'a job queue had an error'));
  await boss.start();
  for (const name of Object.values(queues)) await makeQueue(boss, name);
  return boss;
}

/** `exclusive`: at most one job per key is waiting or running, in all processes together. */
async function makeQueue(boss: PgBoss, name: string): Promise<void> {
  const options = {
    heartbeatSeconds,
    // The heartbeat tells the dead from the slow; this is only the last resort.
    expireInSeconds: 12 * 3_600,
    retryLimit: 5,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
    deleteAfterSeconds: 86_400,
  };
  if ((await boss.getQueue(name)) === null) await boss.createQueue(name, { ...options, policy: 'exclusive' });
  await boss.updateQueue(name, options);
}
