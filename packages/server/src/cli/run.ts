/** Runs one command line: parses it, runs it, and renders whatever goes wrong. Help loads nothing else. */

import type { ExitCode } from './command.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { parseCommandLine } from './parse.ts';

/** Runs a command line to its end and returns the exit code; never throws. */
export async function runCommandLine(argv: readonly string[], world: CommandLineWorld): Promise<ExitCode> {
  const terminal = world.terminal(argv.includes('--json'));
  try {
    const parsed = await parseCommandLine(argv, world.version);
    if (parsed.kind === 'text') {
      await terminal.line(parsed.text);
      return 0;
    }
    const { runParsed } = await import('./run-parsed.ts');
    return await runParsed(parsed, { argv, world, terminal });
  } catch (error) {
    const { showError } = await import('./show-error.ts');
    return showError(error, { terminal, debug: argv.includes('--debug'), signal: world.signal });
  } finally {
    terminal.end();
  }
}
