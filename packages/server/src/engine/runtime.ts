/** Everything that the engine takes from outside: database, clock, ids, randomness, log. Nothing below reaches for its own. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Database } from '../store/database/database.ts';
import type { Judge } from './judge.ts';
import type { Registry } from './registry.ts';

export type Clock = {
  readonly now: () => Date;
  /** Resolves after the time has passed, or at once when the signal aborts: the caller looks at the signal. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
};

/** The key of the digests that stand for secrets; it lives outside the database. */
export type DigestKey = {
  readonly id: string;
  /** `redacted:<key id>:<hex>` */
  readonly digest: (text: string) => string;
};

export type Log = {
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
};

/** A scope as a person reads it. */
export type ScopeName = { readonly account: string; readonly technology: string; readonly region: string };

/** What a run tells while it goes on; for a progress display, never for decisions. */
export type ProgressEvent =
  | { readonly kind: 'account.started'; readonly account: string }
  | { readonly kind: 'account.connected'; readonly account: string; readonly scopes: number }
  | { readonly kind: 'account.finished'; readonly account: string }
  | { readonly kind: 'scope.started'; readonly scope: ScopeName }
  | { readonly kind: 'scope.page'; readonly scope: ScopeName; readonly listed: number }
  | {
      readonly kind: 'scope.finished';
      readonly scope: ScopeName;
      readonly outcome: 'complete' | 'failed' | 'frozen' | 'skipped' | 'aborted';
    }
  | { readonly kind: 'audit.progress'; readonly done: number; readonly waiting: number };

/** What the configuration says of telling people. */
export type Alerting = {
  /** Where the web interface is, without a slash at the end; without it messages have no links. */
  readonly publicUrl: string | undefined;
  /** The options of alerters that tell people, by their ids; one that is not configured is not among them. */
  readonly options: Readonly<Record<string, JsonObject>>;
};

/** Nobody is told anything. */
export const noAlerting: Alerting = { publicUrl: undefined, options: {} };

export type Runtime = {
  readonly db: Database;
  readonly registry: Registry;
  readonly clock: Clock;
  /** UUID v7. */
  readonly nextId: () => string;
  /** 0 ≤ n < 1. */
  readonly random: () => number;
  readonly digestKey: DigestKey;
  readonly log: Log;
  readonly progress: (event: ProgressEvent) => void;
  readonly judge: Judge;
  readonly alerting: Alerting;
};
