/** What a command gets to work with. Everything that differs between running here and in the holder is in it. */
import type { Config } from '../config/config.ts';
import type { Registry } from '../engine/registry.ts';
import type { Runtime } from '../engine/runtime.ts';
import type { ExitCode } from './exit-code.ts';
import type { RemoteRun } from './holder/serve.ts';
import type { Output } from './output/output.ts';
import type { OpenOptions, Product } from './product.ts';

export type BaseContext = {
  readonly config: Config;
  readonly output: Output;
  /** Aborted by Ctrl-C, also when that is pressed in another process. */
  readonly signal: AbortSignal;
  /** Reads a file by the path that was typed, or standard input for `-`, where the command was typed. */
  readonly readText: (path: string) => Promise<string>;
};

export type CatalogueContext = BaseContext & { readonly registry: Registry };

export type RuntimeContext = CatalogueContext & {
  readonly runtime: Runtime;
  /** Who is typing, for what is recorded with a name. */
  readonly author: string;
};

export type OpenProduct = OpenOptions & {
  /** Another configuration than the process's own. */
  readonly config?: Config;
};

export type ProcessContext = BaseContext & {
  readonly packageRoot: string;
  readonly version: string;
  /** Opens the database and everything else, for this process to keep; with the log at the configured level or not at all. */
  readonly openProduct: (log: 'configured' | 'errors', how?: OpenProduct) => Promise<Product>;
  readonly debug: boolean;
  /** Runs on the product what somebody has typed elsewhere. */
  readonly performRemote: (product: Product, remote: RemoteRun) => Promise<ExitCode>;
  /** Whether a command line is about accounts of one's own, also while the demo estate stands in for them. */
  readonly endsDemo: (argv: readonly string[]) => Promise<boolean>;
};
