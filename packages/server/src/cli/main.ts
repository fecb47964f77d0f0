/** The entry of the command line: binds the process's streams, signals and environment to it and ends with its exit code. */
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { readEnvironment } from '../config/environment.ts';
import { createTerminal } from './output/terminal.ts';
import { outputGone } from './output-gone.ts';
import { runCommandLine } from './run.ts';

/** A terminal's Ctrl-C may reach this process twice, by the terminal and by a parent that forwards it. */
const sameSignalWithinMs = 1_000;

const packageRoot = fileURLToPath(new URL('../..', import.meta.url));
const argv = process.argv.slice(2);
const stop = new AbortController();
listenForSignals();

const code = await runCommandLine(argv, {
  environment: readEnvironment(),
  packageRoot,
  version: readVersion(),
  directory: process.cwd(),
  author: readAuthor(),
  signal: stop.signal,
  terminal: (quiet) => createTerminal({ out: process.stdout, error: process.stderr, quiet }),
  standardInput: () => text(process.stdin),
});
await new Promise((resolve) => process.stdout.write('', resolve));
// Idle connections of cloud clients would keep the process for seconds.
process.exit(code);

function listenForSignals(): void {
  const state = { first: 0 };
  const onSignal = (): void => {
    const now = Date.now();
    if (state.first === 0) {
      state.first = now;
      process.stderr.write(
        '\nStopping: what is under way is brought to a consistent end (once more to stop at once).\n',
      );
      stop.abort();
    } else if (now - state.first > sameSignalWithinMs) process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  process.stdout.on('error', () => stop.abort(outputGone));
}

function readVersion(): string {
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(`${packageRoot}/package.json`, 'utf8'),
  );
  return manifest.version;
}

function readAuthor(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without a name, as containers have.
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
