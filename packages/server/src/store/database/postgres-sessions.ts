/** A PostgreSQL server: a pool of connections, with values parsed as the embedded database parses them. */
import { Client, type ClientConfig, Pool, type PoolClient, type QueryResult, types } from 'pg';
import type { Listener, Result, Session, Sessions } from './session.ts';
import { codeOf, StoreError } from './store-error.ts';
import { serverFailure } from './translate-error.ts';

const oldestSupported = 140_000;
const relistenMilliseconds = 1_000;

const int8: number = types.builtins.INT8;

/** Int8 is a number, as on the embedded database; everything else as pg has it (timestamptz a Date, jsonb parsed). */
const parsers: NonNullable<ClientConfig['types']> = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : types.getTypeParser(oid, format ?? 'text'),
};

/** Connects to a server, and refuses one that is too old. */
export async function openPostgres(url: string, poolSize: number): Promise<Sessions> {
  const where = placeOf(url);
  const config = { connectionString: url, types: parsers, connectionTimeoutMillis: 10_000 };
  let closed = false;
  const pool = new Pool({ ...config, max: poolSize });
  // An idle connection that breaks has left the pool; whoever needs one next gets a new one, or the error.
  pool.on('error', () => {});
  const sessions: Sessions = {
    acquire: async () => {
      if (closed) throw new StoreError('database_closed', `The database ${where} is closed.`);
      try {
        return sessionOver(await pool.connect(), where);
      } catch (error) {
        throw serverFailure(where, error);
      }
    },
    listen: (channel, onNotification, onReady) => listenOn(config, { channel, onNotification, onReady }),
    close: async () => {
      if (closed) return;
      closed = true;
      await pool.end();
    },
  };
  try {
    await refuseOldServer(sessions, where);
  } catch (error) {
    await sessions.close();
    throw error;
  }
  return sessions;
}

async function refuseOldServer(sessions: Sessions, where: string): Promise<void> {
  const session = await sessions.acquire();
  try {
    const { rows } = await session.query(`select current_setting('server_version_num')::int as version`, []);
    const [{ version } = { version: 0 }] = rows as readonly { version: number }[];
    if (version >= oldestSupported) return;
    throw new StoreError('database_unsupported', `The database ${where} is older than PostgreSQL 14.`);
  } finally {
    session.release();
  }
}

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

function sessionOver(client: PoolClient, where: string): Session {
  let broken = false;
  const run = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      broken ||= !isReported(error);
      throw serverFailure(where, error);
    }
  };
  return {
    query: (sql, parameters) => run(async () => resultOf(await client.query(sql, [...parameters]))),
    script: (sql) =>
      run(async () => {
        const results: QueryResult | QueryResult[] = await client.query(sql);
        return [results].flat().flatMap((result) => result.rows);
      }),
    release: () => client.release(broken),
  };
}

function resultOf({ rows, rowCount, command }: QueryResult): Result {
  return { rows, affected: writes.has(command) ? (rowCount ?? 0) : undefined };
}

/** Whether the server reported the error of a statement and goes on; otherwise the connection is given up. */
function isReported(error: unknown): boolean {
  return (
    codeOf(error) !== undefined &&
    typeof error === 'object' &&
    error !== null &&
    'severity' in error &&
    error.severity === 'ERROR'
  );
}

type Listening = {
  readonly channel: string;
  readonly onNotification: (payload: string) => void;
  readonly onReady: () => void;
};

/** Listens on a connection of its own, and connects anew for as long as it is not closed. */
async function listenOn(config: ClientConfig, listening: Listening): Promise<Listener> {
  let closed = false;
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const fresh = new Client(config);
    const lost = (): void => {
      if (closed || client !== fresh) return;
      client = undefined;
      timer = setTimeout(() => void connect().catch(lost), relistenMilliseconds);
    };
    client = fresh;
    fresh.on('error', lost);
    fresh.on('end', lost);
    fresh.on('notification', ({ payload }) => listening.onNotification(payload ?? ''));
    await fresh.connect();
    await fresh.query(`listen ${fresh.escapeIdentifier(listening.channel)}`);
    listening.onReady();
  };
  await connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}

/** Host, port and name of a database: what may be shown of its address. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'of that address';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}
