/** Renders whatever went wrong, at the one edge where errors end. */
import { CodedError } from '../errors/coded-error.ts';
import { toCodedError } from '../errors/to-coded-error.ts';
import type { ExitCode } from './command.ts';
import { printable } from './output/printable.ts';
import { outputGone } from './output-gone.ts';

export type ErrorPlace = {
  readonly terminal: { readonly error: (text: string) => void };
  readonly debug: boolean;
  readonly signal: AbortSignal;
};

/** Writes the one line of an error, with --debug also everything behind it, and returns the exit code. */
export function showError(error: unknown, { terminal, debug, signal }: ErrorPlace): ExitCode {
  if (signal.reason === outputGone) return 130;
  const coded = signal.aborted ? new CodedError('interrupted', {}, { cause: error }) : toCodedError(error);
  terminal.error(printable(coded.message));
  if (debug) for (const cause of causesOf(coded)) terminal.error(printable(cause.stack ?? cause.message));
  return coded.entry.exit;
}

function* causesOf(error: unknown): Generator<Error> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause;
}
