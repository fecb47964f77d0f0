/** Starts the real command in processes of its own, as a user would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Ended = { readonly code: number; readonly out: string; readonly err: string };

export type Started = {
  readonly child: ChildProcess;
  /** What it has written to standard output so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves when it has written that. */
  readonly says: (text: string) => Promise<void>;
  readonly ended: Promise<Ended>;
};

const entry = fileURLToPath(new URL('../../../bin/security-monkey.mjs', import.meta.url));
const plugin = fileURLToPath(new URL('./slow-plugin.ts', import.meta.url));

/** A data directory of one's own, with commands on it. */
export function createPlace(environment: Readonly<Record<string, string>> = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'security-monkey-process-'));
  const start = (...argv: readonly string[]): Started =>
    startProcess(argv, {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      SECURITY_MONKEY_DATA_DIRECTORY: directory,
      SECURITY_MONKEY_PLUGINS: plugin,
      SECURITY_MONKEY_PORT: '0',
      SECURITY_MONKEY_DEMO: 'never',
      ...environment,
    });
  const run = (...argv: readonly string[]): Promise<Ended> => start(...argv).ended;
  const json = async (...argv: readonly string[]): Promise<readonly Record<string, unknown>[]> => {
    const { out } = await run(...argv, '--json');
    return out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  };
  return { directory, start, run, json };
}

function startProcess(argv: readonly string[], env: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, [entry, ...argv], {
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { out: '', err: '' };
  const listeners = new Set<() => void>();
  child.stdout.on('data', (part: Buffer) => {
    written.out += part.toString();
    for (const listener of listeners) listener();
  });
  child.stderr.on('data', (part: Buffer) => {
    written.err += part.toString();
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, ...written }));
  });
  const says = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (written.out.includes(text)) resolve();
      };
      listeners.add(look);
      look();
      void ended.then(({ err }) => reject(new Error(`It ended without saying "${text}": ${err}`)));
    });
  return { child, out: () => written.out, err: () => written.err, says, ended };
}
