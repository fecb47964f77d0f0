/** Runs the writing process on a disk that fills up, and tells what it said. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export type FullDiskReport = {
  readonly exitCode: number | null;
  readonly wrote: readonly number[];
  /** What it said beside the numbers. */
  readonly complaints: readonly string[];
};

const script = join(import.meta.dirname, 'durable-writer.ts');

/** No file may grow beyond the limit, which the database meets as it meets a full disk. Needs bash. */
export function writeUntilFull(directory: string, largestFileKilobytes?: number): FullDiskReport {
  const limit = largestFileKilobytes === undefined ? '' : `ulimit -f ${largestFileKilobytes};`;
  const command = `${limit} exec "$0" --conditions=@security-monkey/source "$1" "$2"`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath, script, directory], {
    encoding: 'utf8',
    timeout: 240_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => line !== '' && !line.startsWith('found '));
  return {
    exitCode: status,
    wrote: lines.filter((line) => line.startsWith('wrote ')).map((line) => Number(line.slice(6))),
    complaints: lines.filter((line) => !line.startsWith('wrote ')),
  };
}

export const fullDiskComplaint =
  'failed The disk that holds the database is full. Nothing recorded before is lost: free some space and run it again.';
