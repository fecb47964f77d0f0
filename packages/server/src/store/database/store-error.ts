/** The expected errors of the store, by code: whoever faces the user maps the code to an exit code and a text. */

export type StoreErrorCode =
  /** The database was migrated by a newer program. */
  | 'database_newer'
  /** The server is older than PostgreSQL 14. */
  | 'database_unsupported'
  /** The server does not answer. */
  | 'database_unreachable'
  /** The server answers and refuses: wrong password, no such database, no right to create tables. */
  | 'database_refused'
  /** The embedded database stopped or cannot be opened. */
  | 'database_broken'
  /** It was closed, and then used. */
  | 'database_closed'
  /** Another live process holds the data directory. */
  | 'directory_held'
  /** The data directory cannot be made, read or written. */
  | 'directory_unusable'
  | 'disk_full'
  /** The run's epoch is no longer the scope's: another run has taken over, and this one must write nothing more. */
  | 'lost_lease'
  /** A mistake in the program: the database itself was used inside a transaction. */
  | 'transaction_misuse';

/** An error of one line that says what to do. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** Another live process holds the data directory. */
export class DirectoryHeldError extends StoreError {
  readonly directory: string;
  readonly pid: number;

  constructor(directory: string, pid: number) {
    super('directory_held', `The data directory ${directory} is in use by process ${pid}.`);
    this.directory = directory;
    this.pid = pid;
  }
}

/** The code of an error of PostgreSQL (SQLSTATE) or of Node (`ENOENT`), if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The first line of an error's message. */
export function lineOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}
