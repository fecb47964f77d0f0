/** Runs the real command line as a user would, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '../architecture/sources.ts';

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

export type Begun = {
  /** Resolves when the text has been printed; rejects when the command ends before. */
  readonly printed: (text: string) => Promise<void>;
  /** Asks it to end as Ctrl-C does, and waits until it has. */
  readonly end: () => Promise<Ran>;
};

export type CommandLine = {
  /** Starts a command that goes on until it is told to end. */
  readonly begin: (...argv: readonly string[]) => Begun;
  readonly run: (...argv: readonly string[]) => Promise<Ran>;
  /** Runs with `--json` and parses every line. */
  readonly json: (...argv: readonly string[]) => Promise<readonly Record<string, unknown>[]>;
};

/** A command line with an environment of its own; of the checkout unless the bin of an installed product is given. `DATABASE_URL` chooses PostgreSQL. */
export function commandLine(
  environment: Readonly<Record<string, string>>,
  entry = join(repositoryRoot, 'packages/server/bin/security-monkey.mjs'),
): CommandLine {
  const start = (argv: readonly string[]): Started => startProcess(entry, argv, environment);
  const run = (...argv: readonly string[]): Promise<Ran> => start(argv).ended;
  return {
    run,
    begin: (...argv) => {
      const { child, ended, out } = start(argv);
      return {
        printed: (text) => untilPrinted(child, out, text),
        end: async () => {
          child.kill('SIGINT');
          return await ended;
        },
      };
    },
    json: async (...argv) => {
      const ran = await run(...argv, '--json');
      if (ran.code === 2) throw new Error(`${argv.join(' ')}: ${ran.err}`);
      return ran.out
        .split('\n')
        .filter((line) => line !== '')
        .map((line): Record<string, unknown> => JSON.parse(line));
    },
  };
}

type Started = {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
  readonly out: readonly Buffer[];
};

function startProcess(
  entry: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
): Started {
  const child = spawn(process.execPath, [entry, ...argv], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => out.push(part));
  child.stderr.on('data', (part: Buffer) => err.push(part));
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? -1, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
  return { child, ended, out };
}

function untilPrinted(child: ChildProcess, out: readonly Buffer[], text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (Buffer.concat(out).toString().includes(text)) resolve();
    };
    child.stdout?.on('data', look);
    child.on('close', () => reject(new Error(`The command ended before it printed: ${text}`)));
    look();
  });
}
