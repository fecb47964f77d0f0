/** The product, put together: what a command or the scheduler works with. */
import type { Config } from '../config/config.ts';
import type { Registry } from '../engine/registry.ts';
import type { Clock, Runtime } from '../engine/runtime.ts';
import type { OpenDatabase } from '../store/database/database.ts';

export type Product = {
  readonly config: Config;
  readonly registry: Registry;
  readonly runtime: Runtime;
  readonly database: OpenDatabase;
  /** What has to be over before jobs may run; never rejects. */
  readonly ready?: Promise<void>;
  /** Ends what others asked for over the socket (`abort` stops it first), then everything else. */
  readonly close: (how: { readonly abort: boolean }) => Promise<void>;
};

export type OpenOptions = {
  /** The system's unless given. */
  readonly clock?: Clock;
  /** Done before anybody else can reach the product. */
  readonly prepare?: (product: Product) => Promise<void>;
  /** Whether to run what others type, as the holder of the embedded database does unless told not to. */
  readonly listens?: boolean;
};
