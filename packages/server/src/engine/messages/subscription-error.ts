/** What is wrong with a subscription, or with an alerter that was to be tried; the command line and the API render it. */

export class SubscriptionError extends Error {
  override readonly name = 'SubscriptionError';
  /** What of it is wrong, such as `time zone`. */
  readonly part: string;
  readonly problem: string;

  constructor(part: string, problem: string) {
    super(`${part}: ${problem}`);
    this.part = part;
    this.problem = problem;
  }
}
