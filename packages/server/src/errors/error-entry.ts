/** What is known of a kind of error. */

export type ErrorEntry = {
  readonly status: number;
  readonly exit: 1 | 2 | 130;
  /** `{name}` takes a value of the error. */
  readonly sentence: string;
  readonly remedy: string;
};
