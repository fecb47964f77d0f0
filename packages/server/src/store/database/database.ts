/** Opens the database: the embedded one in a directory, or a PostgreSQL server; migrated and ready. */
import { existsSync } from 'node:fs';
import { rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import { type BossDb, bossDbOver } from './boss-db.ts';
import { dialectOver } from './dialect.ts';
import { lockDirectory } from './directory-lock.ts';
import { makeDirectory } from './make-directory.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite-sessions.ts';
import { openPostgres } from './postgres-sessions.ts';
import type { Sessions } from './session.ts';
import { lineOf, StoreError } from './store-error.ts';
import { diskFull } from './translate-error.ts';

export type Database = Kysely<Tables>;

export type Engine = 'pglite' | 'postgres';

export type OpenDatabase = {
  readonly db: Database;
  readonly engine: Engine;
  readonly bossDb: BossDb;
  /** Ends the connections and gives the directory back. */
  readonly close: () => Promise<void>;
};

export type DatabaseLocation =
  | {
      /** Address of a PostgreSQL server (`postgres://user:password@host:port/name`). */
      readonly url: string;
      /** Connections at most, 10 unless given. */
      readonly poolSize?: number;
    }
  /** Where the embedded database lies; made when missing, and locked for this process. */
  | { readonly directory: string };

/** Opens and migrates the database. Rejects with a {@link StoreError} when it is held, newer, out of reach or the disk is full. */
export async function openDatabase(location: DatabaseLocation): Promise<OpenDatabase> {
  if ('url' in location) {
    const sessions = await openPostgres(location.url, location.poolSize ?? 10);
    return migrated('postgres', sessions, () => sessions.close());
  }
  return openEmbedded(location.directory);
}

async function openEmbedded(directory: string): Promise<OpenDatabase> {
  await makeDirectory(directory);
  const lock = await lockDirectory(directory);
  try {
    const sessions = await openInside(directory);
    return await migrated('pglite', sessions, async () => {
      try {
        await sessions.close();
      } finally {
        await lock.release();
      }
    });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Whether there is an embedded database in the directory. */
export function hasDatabase(directory: string): boolean {
  return existsSync(join(directory, 'database'));
}

/** A new database is made aside and moved into place when it is whole: one that is half made could never be opened. */
async function openInside(directory: string): Promise<Sessions> {
  const path = join(directory, 'database');
  if (!existsSync(path)) {
    const aside = join(directory, 'database.new');
    await makeDatabase(aside);
    await rename(aside, path);
  }
  return openPglite({ directory: path });
}

const neededBytes = 64 * 1024 * 1024;

async function makeDatabase(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  try {
    const fresh = await openPglite({ directory: path });
    await fresh.close();
  } catch (error) {
    // What makes it does not tell that there was no space; it only leaves something that cannot be opened.
    const { bavail, bsize } = await statfs(dirname(path));
    if (bavail * bsize < neededBytes) throw diskFull({ code: 'ENOSPC' });
    const message = `A database cannot be made in ${dirname(path)}: ${lineOf(error)}`;
    throw diskFull(error) ?? new StoreError('database_broken', message, { cause: error });
  }
}

async function migrated(
  engine: Engine,
  sessions: Sessions,
  close: () => Promise<void>,
): Promise<OpenDatabase> {
  const db = new Kysely<Tables>({ dialect: dialectOver(sessions) });
  try {
    await migrate(db);
  } catch (error) {
    await close();
    throw error;
  }
  return { db, engine, bossDb: bossDbOver(sessions), close };
}
