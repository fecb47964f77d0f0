/** Which failed calls are made again, and after what wait. */
import { type Failure, retryableClasses } from '@security-monkey/sdk';

export type Attempt = {
  readonly failure: Failure;
  /** How many calls have been made, the failed one included. */
  readonly attempts: number;
  /** Milliseconds since the first call began. */
  readonly elapsed: number;
  /** 0 ≤ n < 1. */
  readonly random: number;
};

export type RetryLimits = {
  readonly attempts: number;
  /** Milliseconds over all attempts and waits together. */
  readonly total: number;
};

export const retryLimits: RetryLimits = { attempts: 6, total: 120_000 };

const firstWait = { throttled: 500, other: 200 };
const longestWait = 20_000;

/** The wait in milliseconds before the next attempt, or undefined when the failure is final. */
export function retryWait(attempt: Attempt, limits: RetryLimits = retryLimits): number | undefined {
  const { failure, attempts, elapsed, random } = attempt;
  if (!retryableClasses.has(failure.class) || attempts >= limits.attempts) return undefined;
  const first = failure.class === 'throttled' ? firstWait.throttled : firstWait.other;
  const ceiling = Math.min(longestWait, first * 2 ** (attempts - 1));
  const wait = Math.max(Math.round(random * ceiling), failure.retryAfterMs ?? 0);
  return elapsed + wait > limits.total ? undefined : wait;
}
