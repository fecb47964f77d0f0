/** Where the holder of a data directory listens. */
import { createHash } from 'node:crypto';
import { lstatSync, realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';

/** The kernels take about a hundred bytes; longer ones they cut or refuse. */
const longest = 100;

/** A socket in the data directory; where its path would be too long, in a directory of the user's own; on Windows a named pipe. */
export function socketPath(dataDirectory: string): string {
  const directory = realpathSync(dataDirectory);
  const id = createHash('sha256').update(directory).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\security-monkey-${id}`;
  const path = join(directory, 'holder.sock');
  if (Buffer.byteLength(path) <= longest) return path;
  return join(ownTemporaryDirectory(), `${id}.sock`);
}

/**
 * Whether the socket's place is ours alone. Everybody may write where temporary files are: whoever made our directory
 * there before us could listen in our name, and be told what commands are given.
 */
export function isPlaceTrusted(path: string): boolean {
  const directory = dirname(path);
  if (process.platform === 'win32' || directory !== ownTemporaryDirectory()) return true;
  const found = lstatSync(directory, { throwIfNoEntry: false });
  return (
    found === undefined || (found.isDirectory() && found.uid === userInfo().uid && isPrivate(found.mode))
  );
}

function isPrivate(mode: number): boolean {
  return (mode & 0o077) === 0;
}

function ownTemporaryDirectory(): string {
  return join(tmpdir(), `security-monkey-${userInfo().uid}`);
}
