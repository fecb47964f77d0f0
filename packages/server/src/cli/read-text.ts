/** Reads the files that are named on a command line. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CodedError } from '../errors/coded-error.ts';

/** A reader of paths relative to a directory; `-` is standard input. */
export function createTextReader(
  directory: string,
  standardInput: () => Promise<string>,
): (path: string) => Promise<string> {
  return async (path) => {
    if (path === '-') return await standardInput();
    try {
      return await readFile(resolve(directory, path), 'utf8');
    } catch (error) {
      const problem = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      throw new CodedError('file_unreadable', { path, problem }, { cause: error });
    }
  };
}
