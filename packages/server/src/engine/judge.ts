/** The face of whatever runs the checks: the pool of worker threads in production, the same thread in tests. */
import type { AuditedItem, CheckResult, JsonObject, RelatedItem, World } from '@security-monkey/sdk';

/** One check to run on the item of an input. */
export type CheckToRun = {
  readonly id: string;
  readonly options: JsonObject;
  /** By name of the relation, for every relation that the check needs. */
  readonly related: Readonly<
    Record<string, { readonly items: readonly RelatedItem[]; readonly complete: boolean }>
  >;
};

/** One item and the checks to run on it; plain data, so that it can cross to another thread. */
export type AuditInput = {
  readonly itemId: string;
  readonly item: AuditedItem;
  readonly config: JsonObject;
  /** JSON pointers of the parts that could not be read. */
  readonly unreadable: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly world: World;
  readonly checks: readonly CheckToRun[];
};

/** By check id, one result for every check of the input. */
export type AuditOutput = {
  readonly itemId: string;
  readonly results: Readonly<Record<string, CheckResult>>;
};

/** Answers in the order of the batch. A check that throws, hangs or ends its worker is a result of its own and harms no other. */
export type Judge = (batch: readonly AuditInput[]) => Promise<readonly AuditOutput[]>;
