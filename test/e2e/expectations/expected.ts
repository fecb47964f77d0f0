/** One row of the expectation tables: a resource, exactly the issues it must have, and why. */
import type { AccountName } from '../estate/known.ts';

export type Expected = {
  readonly account: AccountName;
  readonly technology: string;
  readonly region: string;
  readonly name: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Each as `check message key=value … (score)`: the check without its technology, the subject's keys in order. */
  readonly issues: readonly string[];
  /** Messages, as `check message` and perhaps the subject, that this resource comes near to and must not get. */
  readonly nearly?: readonly string[];
  readonly why: string;
};
