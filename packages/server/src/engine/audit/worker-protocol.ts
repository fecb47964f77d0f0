/** What the pool and its worker threads say to each other. */
import type { CheckResult } from '@security-monkey/sdk';
import type { AuditInput, AuditOutput } from '../judge.ts';
import type { Rule } from '../rules/rule-schema.ts';

/** Given to a worker at its start. */
export type WorkerData = {
  /** Module specifiers whose default exports are the plugins. */
  readonly plugins: readonly string[];
  /** As they were read at the start of the product, whatever their files say by now. */
  readonly rules: readonly Rule[];
  /** Three numbers that the pool watches, see {@link progressSlots}. */
  readonly progress: SharedArrayBuffer;
};

/** `sequence` grows with every check that starts; `input` and `check` say which runs, -1 for none. */
export const progressSlots = { sequence: 0, input: 1, check: 2 } as const;

export const progressBytes = 3 * Int32Array.BYTES_PER_ELEMENT;

export type Task = {
  readonly inputs: readonly AuditInput[];
  /** By item and check, what ended or outlasted an earlier worker: not run again. */
  readonly known: ReadonlyMap<string, Readonly<Record<string, CheckResult>>>;
};

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly problem: string }
  /** One input is done; the results come one by one so that a worker that ends takes none with it. */
  | { readonly kind: 'judged'; readonly index: number; readonly output: AuditOutput }
  | { readonly kind: 'finished' };
