/** Everything that a command line takes from the process it runs in. */
import type { Environment } from '../config/environment.ts';
import type { Terminal } from './output/terminal.ts';

export type CommandLineWorld = {
  readonly environment: Environment;
  readonly packageRoot: string;
  readonly version: string;
  readonly directory: string;
  readonly author: string;
  readonly signal: AbortSignal;
  readonly terminal: (quiet: boolean) => Terminal;
  readonly standardInput: () => Promise<string>;
};
