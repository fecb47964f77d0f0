/**
 * One holder for a data directory: a file with the holder's pid and start time.
 * The embedded database does not lock its own directory, and two processes on it would destroy it.
 */
import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning, ownMark, type ProcessMark } from './process-mark.ts';
import { codeOf, DirectoryHeldError, lineOf, StoreError } from './store-error.ts';
import { diskFull } from './translate-error.ts';

export type DirectoryLock = { readonly release: () => Promise<void> };

/** Takes the directory, also over from a holder that died; throws {@link DirectoryHeldError} when the holder is alive. */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  try {
    const text = await take(directory, join(directory, 'lock'));
    return { release: () => give(join(directory, 'lock'), text) };
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const message = `The data directory ${directory} cannot be used: ${lineOf(error)}`;
    throw diskFull(error) ?? new StoreError('directory_unusable', message, { cause: error });
  }
}

/** Writes the lock file and returns its text. A file appears whole or not at all: it is written aside and then linked. */
async function take(directory: string, path: string): Promise<string> {
  const token = randomUUID();
  const text = JSON.stringify({ ...ownMark(), token });
  const aside = `${path}.${token}`;
  try {
    await writeFile(aside, text, { flag: 'wx', mode: 0o600 });
    while (!(await placeLock(directory, path, aside))) continue;
  } finally {
    await rm(aside, { force: true });
  }
  return text;
}

/** Whether the file aside has become the lock file; false: something changed meanwhile, try again. */
async function placeLock(directory: string, path: string, aside: string): Promise<boolean> {
  if (await linked(aside, path)) return true;
  const found = await textOf(path);
  if (found === undefined) return false;
  const holder = markIn(found);
  if (holder !== undefined && isRunning(holder)) throw new DirectoryHeldError(directory, holder.pid);
  return takeOver(directory, { path, aside, found });
}

type TakeOver = { readonly path: string; readonly aside: string; readonly found: string };

/**
 * Replaces a dead holder's file. Of several that try, one at a time may: the right to do so is a lock of the same kind,
 * and the file is read once more under it, since a faster one may have replaced it by then.
 */
async function takeOver(directory: string, { path, aside, found }: TakeOver): Promise<boolean> {
  const right = `${path}.next`;
  const text = await take(directory, right);
  try {
    if ((await textOf(path)) !== found) return false;
    const copy = `${aside}.copy`;
    await link(aside, copy);
    await rename(copy, path);
    return true;
  } finally {
    await give(right, text);
  }
}

/** Removes a lock file that is still ours. */
async function give(path: string, text: string): Promise<void> {
  if ((await textOf(path)) === text) await rm(path, { force: true });
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The holder that a lock file names; undefined when it names none, as after a power cut. */
function markIn(text: string): ProcessMark | undefined {
  try {
    const { pid, started } = JSON.parse(text) as Partial<ProcessMark>;
    if (typeof pid !== 'number' || typeof started !== 'string') return undefined;
    return { pid, started };
  } catch {
    return undefined;
  }
}
