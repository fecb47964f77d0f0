import { failureClasses } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { retryLimits, retryWait } from './retry.ts';

const attempt = { attempts: 1, elapsed: 0, random: 1 };
const failure = (kind: (typeof failureClasses)[number], retryAfterMs?: number) => ({
  class: kind,
  message: '',
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

describe('retryWait', () => {
  it('retries exactly throttling, timeouts, server errors and the network', () => {
    const retried = failureClasses.filter(
      (kind) => retryWait({ ...attempt, failure: failure(kind) }) !== undefined,
    );
    expect(retried).toEqual(['throttled', 'timeout', 'server_error', 'network']);
  });

  it.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [5, 8_000],
  ])('waits at most, after %i throttled attempts, %i ms', (attempts, wait) => {
    expect(retryWait({ ...attempt, attempts, failure: failure('throttled') })).toBe(wait);
  });

  it('spreads the waits evenly below that', () => {
    expect(retryWait({ ...attempt, random: 0, failure: failure('throttled') })).toBe(0);
    expect(retryWait({ ...attempt, random: 0.5, failure: failure('throttled') })).toBe(250);
  });

  it('waits at least as long as the provider asks', () => {
    expect(retryWait({ ...attempt, random: 0, failure: failure('throttled', 7_000) })).toBe(7_000);
  });

  it('gives up after the last attempt', () => {
    const last = { ...attempt, attempts: retryLimits.attempts, failure: failure('server_error') };
    expect(retryWait(last)).toBeUndefined();
  });

  it('gives up when the wait would end after the whole time', () => {
    const late = { ...attempt, elapsed: retryLimits.total - 100, failure: failure('server_error') };
    expect(retryWait(late)).toBeUndefined();
    expect(retryWait({ ...attempt, failure: failure('throttled', 3_600_000) })).toBeUndefined();
  });
});
