/** Opens the database that the configuration names, with the digest key that belongs to it. */
import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config/config.ts';
import {
  createDigestKey,
  digestKeyFileName,
  readDigestKey,
  type StoredDigestKey,
} from '../../config/digest-key.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { endAllLeases } from '../../store/coverage.ts';
import { type Database, type OpenDatabase, openDatabase } from '../../store/database/database.ts';
import { makeDirectory } from '../../store/database/make-directory.ts';
import { StoreError } from '../../store/database/store-error.ts';

export type Opened = { readonly database: OpenDatabase; readonly digestKey: StoredDigestKey };

/** Makes what is missing, migrates, and refuses a database whose digest key is not here. */
export async function openConfiguredDatabase(config: Config): Promise<Opened> {
  const database = await openWhere(config);
  try {
    // Whoever held the directory before is dead: its leases would only keep scopes waiting.
    if (database.engine === 'pglite') await endAllLeases(database.db);
    return { database, digestKey: await digestKeyFor(database.db, config.dataDirectory) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openWhere({ databaseUrl, dataDirectory }: Config): Promise<OpenDatabase> {
  if (databaseUrl !== undefined) return await openDatabase({ url: databaseUrl });
  try {
    return await openDatabase({ directory: dataDirectory });
  } catch (error) {
    // The embedded database only says that it stopped when it could not write.
    const isFull =
      error instanceof StoreError && error.code === 'database_broken' && isDiskFull(dataDirectory);
    throw isFull ? new CodedError('disk_full', {}, { cause: error }) : error;
  }
}

/** Less than it takes to open a database. */
const leastBytes = 4_000_000;

function isDiskFull(directory: string): boolean {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize < leastBytes;
}

/** The row that tells which key the data was made with; no setting that a person changes. */
const keyRow = 'internal.digest-key';

async function digestKeyFor(db: Database, dataDirectory: string): Promise<StoredDigestKey> {
  const path = join(dataDirectory, digestKeyFileName);
  await makeDirectory(dataDirectory);
  const present = readDigestKey(dataDirectory);
  const expected = await expectedKeyId(db);
  if (present === undefined && expected !== undefined) throw new CodedError('digest_key_missing', { path });
  const key = present ?? createDigestKey(dataDirectory);
  const bound = expected ?? (await bindKey(db, key.id));
  if (bound !== key.id) throw new CodedError('digest_key_foreign', { path, found: key.id, expected: bound });
  return key;
}

async function expectedKeyId(db: Database): Promise<string | undefined> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', keyRow).executeTakeFirst();
  return typeof row?.value === 'string' ? row.value : undefined;
}

/** Of several processes that begin on an empty database at once, one binds its key; the others are told. */
async function bindKey(db: Database, id: string): Promise<string> {
  await db
    .insertInto('setting')
    .values({ key: keyRow, value: JSON.stringify(id), updated_at: new Date(), updated_by: 'system' })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return (await expectedKeyId(db)) ?? id;
}
