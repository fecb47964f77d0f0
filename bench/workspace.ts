/** Databases and a runtime for benchmarks: both engines, each fresh, each removed afterwards. */
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from '@security-monkey/sdk';
import { Client } from 'pg';
import { systemClock } from '../packages/server/src/cli/runtime/system-clock.ts';
import { createIdMaker } from '../packages/server/src/cli/runtime/uuid.ts';
import { createRegistry } from '../packages/server/src/engine/registry.ts';
import { noAlerting, type Runtime } from '../packages/server/src/engine/runtime.ts';
import { insertAccount } from '../packages/server/src/store/accounts.ts';
import { type Database, openDatabase } from '../packages/server/src/store/database/database.ts';

export type Engine = 'pglite' | 'postgres';

export const engines: readonly Engine[] = ['pglite', 'postgres'];

const server = 'postgres://postgres@127.0.0.1:5432';

/** Runs the work on a fresh, migrated database. */
export async function withDatabase<Value>(
  engine: Engine,
  work: (db: Database) => Promise<Value>,
): Promise<Value> {
  const place = engine === 'pglite' ? await freshDirectory() : await freshServerDatabase();
  const opened = await openDatabase(place.location);
  try {
    return await work(opened.db);
  } finally {
    await opened.close();
    await place.remove();
  }
}

async function freshDirectory() {
  const directory = await mkdtemp(join(tmpdir(), 'bench-'));
  return {
    location: { directory: join(directory, 'data') },
    remove: () => rm(directory, { recursive: true }),
  };
}

async function freshServerDatabase() {
  const name = `sm_bench_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  return {
    location: { url: `${server}/${name}` },
    remove: () => onServer(`drop database ${name} with (force)`),
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client(`${server}/postgres`);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A runtime over a database with the given plugin, and an account of its only type. */
export async function benchRuntime(db: Database, plugin: Plugin): Promise<Runtime> {
  const nextId = createIdMaker(() => Date.now());
  await insertAccount(db, {
    id: nextId(),
    type: plugin.accountTypes[0]?.id ?? '',
    identifier: 'b1',
    name: 'bench',
    fields: {},
    third_party: false,
    active: true,
    notes: '',
    created_at: new Date(),
  });
  const nothing = (): void => undefined;
  return {
    db,
    registry: createRegistry([plugin]),
    clock: systemClock,
    nextId,
    random: Math.random,
    digestKey: {
      id: 'bench',
      digest: (text) => `redacted:bench:${createHmac('sha256', 'bench').update(text).digest('hex')}`,
    },
    log: { info: nothing, warn: nothing, error: nothing },
    progress: nothing,
    judge: async (batch) => batch.map(({ itemId }) => ({ itemId, results: {} })),
    alerting: noAlerting,
  };
}
