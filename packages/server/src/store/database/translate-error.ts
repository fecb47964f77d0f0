/** Turns the errors of the engines that a user can do something about into coded ones. */
import { codeOf, lineOf, StoreError } from './store-error.ts';

const fullCodes = new Set(['53100', 'ENOSPC', 'EDQUOT', 'EFBIG']);

/** The coded error, if an error says that the disk is full. */
export function diskFull(error: unknown): StoreError | undefined {
  const full =
    fullCodes.has(codeOf(error) ?? '') || /no space left|ENOSPC|file too large/i.test(lineOf(error));
  if (!full) return undefined;
  return new StoreError(
    'disk_full',
    'The disk that holds the database is full. Nothing recorded before is lost: free some space and run it again.',
    { cause: error },
  );
}

/** The error of an embedded database that cannot go on. */
export function embeddedFailure(what: 'stopped' | 'cannot be opened', error: unknown): StoreError {
  return (
    diskFull(error) ??
    new StoreError('database_broken', `The embedded database ${what}: ${lineOf(error)}`, { cause: error })
  );
}

const refusals: Readonly<Record<string, string>> = {
  '28P01': 'it refuses the password',
  '28000': 'it refuses the user',
  '3D000': 'there is no such database',
  '42501': 'the user may not do that',
};

/** The error of a server that cannot be worked with; any other error is passed on unchanged. */
export function serverFailure(where: string, error: unknown): unknown {
  const code = codeOf(error) ?? '';
  const refusal = refusals[code];
  if (refusal !== undefined) {
    return new StoreError('database_refused', `The database ${where} cannot be used: ${refusal}.`, {
      cause: error,
    });
  }
  if (isUnreachable(code, lineOf(error))) {
    const why = lineOf(error) || code;
    return new StoreError('database_unreachable', `The database ${where} does not answer: ${why}`, {
      cause: error,
    });
  }
  return diskFull(error) ?? error;
}

/** Network errors of Node, and PostgreSQL's classes 08 (connection) and 57P (shutting down, starting up). */
function isUnreachable(code: string, line: string): boolean {
  return (
    /^(ECONN|ENOTFOUND|EHOST|ENET|ETIMEDOUT|EAI_|EPIPE|ENOENT|08|57P)/.test(code) ||
    /connection terminated|timeout exceeded when trying to connect/i.test(line)
  );
}
