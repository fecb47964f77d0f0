/** One row of the expectation tables: a resource, exactly the issues it must have, and why. As those of AWS, in test/e2e/expectations. */

export type Expected = {
  readonly account: string;
  readonly technology: string;
  readonly region: string;
  readonly name: string;
  /** Each as `check message key=value … (score)`: the check without its technology, the subject's keys in order. */
  readonly issues: readonly string[];
  /** Messages, as `check message`, that this resource comes near to and must not get. */
  readonly nearly?: readonly string[];
  readonly why: string;
};
