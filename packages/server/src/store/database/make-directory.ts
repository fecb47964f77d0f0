/** Makes a data directory, or says why it cannot be. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, lineOf, StoreError } from './store-error.ts';
import { diskFull } from './translate-error.ts';

/** The directory and what is missing above it, for its owner only; what is there already stays as it is. */
export async function makeDirectory(directory: string): Promise<void> {
  try {
    await make(directory);
  } catch (error) {
    const message = `The data directory ${directory} cannot be made: ${lineOf(error)}`;
    throw diskFull(error) ?? new StoreError('directory_unusable', message, { cause: error });
  }
}

/** Not `recursive: true`: Node goes round for ever where a file system has nothing of that name and takes none (`/proc/x`). */
async function make(directory: string): Promise<void> {
  if (existsSync(directory)) return;
  await make(dirname(directory));
  try {
    await mkdir(directory, { mode: 0o700 });
  } catch (error) {
    // Of two that make it at once, one comes second.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
