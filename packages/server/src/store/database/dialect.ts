/** One kysely dialect for both engines: the same adapter, compiler and driver over either kind of session. */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { Session, Sessions } from './session.ts';
import { StoreError } from './store-error.ts';
import { assertNoTransaction } from './transaction.ts';

export function dialectOver(sessions: Sessions): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driverOver(sessions),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

type Connection = DatabaseConnection & { readonly session: Session; failed: boolean };

function connectionOver(session: Session): Connection {
  const connection: Connection = {
    session,
    failed: false,
    async executeQuery<Row>(compiled: CompiledQuery): Promise<QueryResult<Row>> {
      try {
        const { rows, affected } = await session.query(compiled.sql, compiled.parameters);
        const numAffectedRows = affected === undefined ? undefined : BigInt(affected);
        return { rows: rows as Row[], ...(numAffectedRows !== undefined && { numAffectedRows }) };
      } catch (error) {
        connection.failed = true;
        throw withCaller(error);
      }
    },
    streamQuery() {
      throw new Error('Rows are read in keyset pages: the embedded database does not stream.');
    },
  };
  return connection;
}

/** Errors of the engines are born far from the statement; this adds who made it. */
function withCaller(error: unknown): unknown {
  if (error instanceof Error) {
    const caller = new Error().stack?.split('\n').slice(2).join('\n') ?? '';
    error.stack = `${error.stack ?? error.message}\n${caller}`;
  }
  return error;
}

function driverOver(sessions: Sessions): Driver {
  const connections = new WeakMap<DatabaseConnection, Connection>();
  const own = (connection: DatabaseConnection): Connection => {
    const found = connections.get(connection);
    if (found === undefined) throw new Error('The connection belongs to another driver.');
    return found;
  };
  return {
    init: async () => {},
    acquireConnection: async () => {
      assertNoTransaction();
      const connection = connectionOver(await sessions.acquire());
      connections.set(connection, connection);
      return connection;
    },
    beginTransaction: async (connection, settings) => {
      own(connection).failed = false;
      await connection.executeQuery(CompiledQuery.raw(beginStatement(settings)));
    },
    commitTransaction: async (connection) => commit(own(connection)),
    rollbackTransaction: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('rollback'));
    },
    releaseConnection: async (connection) => own(connection).session.release(),
    destroy: () => sessions.close(),
  };
}

/** PostgreSQL answers the commit of a failed transaction by rolling it back without an error; that must not pass for a commit. */
async function commit(connection: Connection): Promise<void> {
  if (!connection.failed) {
    await connection.executeQuery(CompiledQuery.raw('commit'));
    return;
  }
  await connection.executeQuery(CompiledQuery.raw('rollback'));
  throw new StoreError(
    'transaction_misuse',
    'A statement of the transaction failed and its error was dropped; nothing was committed.',
  );
}

function beginStatement({ isolationLevel, accessMode }: TransactionSettings): string {
  const isolation = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
  const access = accessMode === undefined ? '' : ` ${accessMode}`;
  return `start transaction${isolation}${access}`;
}
