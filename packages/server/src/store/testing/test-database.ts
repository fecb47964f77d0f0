/** A migrated database for tests: one per vitest worker, emptied before each test; PGlite, or a PostgreSQL server. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type BossDb, bossDbOver } from '../database/boss-db.ts';
import type { Database, Engine } from '../database/database.ts';
import { dialectOver } from '../database/dialect.ts';
import { migrate } from '../database/migrate.ts';
import { migrations } from '../database/migrations.ts';
import { openPglite } from '../database/pglite-sessions.ts';
import { openPostgres } from '../database/postgres-sessions.ts';
import type { Sessions } from '../database/session.ts';
import type { Tables } from '../schema.ts';

export { givenAccount, givenIssue, givenItem } from './given.ts';

export type TestDatabase = { readonly db: Database; readonly bossDb: BossDb; readonly engine: Engine };

/** Which engine the tests run on. */
export const testEngine: Engine =
  process.env['SECURITY_MONKEY_TEST_ENGINE'] === 'postgres' ? 'postgres' : 'pglite';

const serverUrl = process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Kept over the files of a worker: opening one takes longer than most files of tests. */
let shared: Promise<TestDatabase> | undefined;

/** Registers the hooks of a file of tests; the function it returns gives the database inside a test. */
export function useTestDatabase(): () => Database {
  const current = useTestDatabaseWithJobs();
  return () => current().db;
}

/** The same with what pg-boss needs. */
export function useTestDatabaseWithJobs(): () => TestDatabase {
  let current: TestDatabase | undefined;
  beforeAll(async () => {
    shared ??= open();
    current = await shared;
  });
  beforeEach(async () => {
    if (current !== undefined) await empty(current.db);
  });
  afterAll(() => {
    current = undefined;
  });
  return () => {
    if (current === undefined) throw new Error('The test database is there inside tests only.');
    return current;
  };
}

async function open(): Promise<TestDatabase> {
  const sessions = testEngine === 'postgres' ? await openServer() : await openEmbedded();
  const db = new Kysely<Tables>({ dialect: dialectOver(sessions) });
  await migrate(db);
  return { db, bossDb: bossDbOver(sessions), engine: testEngine };
}

/** A database of the worker's own, made anew, since the last run may have had other migrations. */
async function openServer(): Promise<Sessions> {
  const client = new Client(serverUrl);
  await client.connect();
  const name = await freeName(client);
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name}`);
  // Nothing that a test writes has to outlive a power cut.
  await client.query(`alter database ${name} set synchronous_commit to off`);
  // Nothing here outlives a crash of the server, so no commit has to wait for its disk.
  await client.query(`alter database ${name} set synchronous_commit = off`);
  // The connection stays until the worker ends, since the lock on the name is its own.
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return openPostgres(url.href, 5);
}

/** A name that no other run of tests on this server is using. */
async function freeName(client: Client): Promise<string> {
  const base = `sm_test_${process.env['VITEST_POOL_ID'] ?? '0'}`;
  for (let run = 1; ; run += 1) {
    const name = run === 1 ? base : `${base}_${run}`;
    const { rows } = await client.query<{ free: boolean }>(
      'select pg_try_advisory_lock(hashtext($1)) as free',
      [name],
    );
    if (rows[0]?.free === true) return name;
  }
}

async function openEmbedded(): Promise<Sessions> {
  return openPglite({ snapshot: await migratedSnapshot() });
}

/** Making and migrating an embedded database takes seconds, so a dump of one is kept in the temporary directory. */
export async function migratedSnapshot(): Promise<ArrayBuffer> {
  const path = join(tmpdir(), `security-monkey-test-${migrationsHash()}.tar`);
  const kept = await readIfThere(path);
  if (kept !== undefined) return kept;
  const fresh = await openPglite({});
  await migrate(new Kysely({ dialect: dialectOver(fresh) }));
  const snapshot = await fresh.dump();
  await fresh.close();
  const aside = `${path}.${process.pid}`;
  await writeFile(aside, Buffer.from(snapshot));
  await rename(aside, path);
  return snapshot;
}

/** Puts a migrated, empty embedded database into a data directory. */
export async function givenDataDirectory(directory: string): Promise<void> {
  const sessions = await openPglite({
    directory: join(directory, 'database'),
    snapshot: await migratedSnapshot(),
  });
  await sessions.close();
}

async function readIfThere(path: string): Promise<ArrayBuffer | undefined> {
  try {
    const bytes = await readFile(path);
    return new Uint8Array(bytes).buffer;
  } catch {
    return undefined;
  }
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  const pglite = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
  hash.update(readFileSync(pglite));
  for (const name of Object.keys(migrations)) {
    hash.update(readFileSync(new URL(`../migrations/${name}.ts`, import.meta.url)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** The tables on which nothing else depends to be emptied: an account takes its items and theirs along. */
const roots = [
  'account',
  'config',
  'revision',
  'outbox',
  'setting',
  'app_user',
  'sign_in_link',
  'audit_log',
  'subscription',
  'message',
] as const;

const smallBytes = 16 * 1024 * 1024;

/** Empties every table. Deleting a few rows takes 2 ms, truncating 35 ms; after a large test only truncating ends in time. */
export async function empty(db: Database): Promise<void> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(pg_relation_size(oid)), 0)::int8 as bytes from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(db);
  const small = (rows[0]?.bytes ?? 0) < smallBytes;
  if (!small) {
    await sql`truncate ${sql.join(roots.map((table) => sql.table(table)))} cascade`.execute(db);
    return;
  }
  const deletions = roots.map(
    (table) => sql`${sql.ref(`emptied_${table}`)} as (delete from ${sql.table(table)})`,
  );
  await sql`with ${sql.join(deletions)} select 1`.execute(db);
}
