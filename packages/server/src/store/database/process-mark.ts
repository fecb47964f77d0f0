/** Which process is meant by a pid: pids are used again, so the start time belongs to it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { codeOf } from './store-error.ts';

export type ProcessMark = { readonly pid: number; readonly started: string };

export function ownMark(): ProcessMark {
  return { pid: process.pid, started: startOf(process.pid) ?? '' };
}

/** Whether the very process that made the mark is still running. In doubt it is. */
export function isRunning({ pid, started }: ProcessMark): boolean {
  if (!exists(pid)) return false;
  const now = startOf(pid);
  return now === undefined || started === '' || now === started;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user exists too.
    return codeOf(error) !== 'ESRCH';
  }
}

/** When a process was started, in whatever form the system tells it; undefined where it does not. */
function startOf(pid: number): string | undefined {
  return process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid);
}

/** Field 22 of proc_pid_stat(5), in ticks since the boot, with the boot's id; the command before it may hold spaces and brackets. */
function startOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[0];
    // A zombie has ended already: nobody has asked for its exit code yet.
    if (state === 'Z' || state === 'X') return 'ended';
    return `${bootId()}/${fields[19] ?? ''}`;
  } catch {
    return undefined;
  }
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

function startByPs(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  const { stdout, status } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
