/** The time limit of checks counts what a check takes of the processor, not how long a busy machine keeps it waiting. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchCheck } from './watch-check.ts';

const limit = 1_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The moment at which a check was called too slow, watched for a while; undefined when it never was. */
async function endOf(
  check: {
    readonly share: number;
    readonly running?: (ms: number) => number | undefined;
    readonly tells?: false;
  },
  watched: number,
): Promise<number | undefined> {
  const begun = Date.now();
  const passed = (): number => Date.now() - begun;
  let end: number | undefined;
  const stop = watchCheck({
    worker: {
      cpuUsage: async () => {
        if (check.tells === false) throw new Error('It cannot be told.');
        return { user: passed() * check.share * 1_000, system: 0 };
      },
    },
    limit,
    running: () => (check.running ?? (() => 1))(passed()),
    outlasted: () => {
      end ??= passed();
    },
  });
  await vi.advanceTimersByTimeAsync(watched);
  stop();
  return end;
}

describe('a check', () => {
  it.each([
    { rule: 'that has the processor is ended soon after the limit', share: 1, watched: 5_000, end: 1_250 },
    { rule: 'that gets a fifth of it has five times as long', share: 0.2, watched: 5_000, end: 4_000 },
    { rule: 'that gets next to nothing is left alone', share: 0.01, watched: 9_000, end: undefined },
    { rule: 'that only sleeps is ended after ten limits', share: 0, watched: 12_000, end: 10_250 },
    {
      rule: 'of which nothing can be told is ended by the clock',
      share: 0,
      tells: false as const,
      watched: 5_000,
      end: 1_250,
    },
  ])('$rule', async ({ watched, end, ...check }) => {
    expect(await endOf(check, watched)).toBe(end);
  });

  it('is left alone while it is another one at every look', async () => {
    expect(await endOf({ share: 1, running: (ms) => Math.floor(ms / 900) }, 9_000)).toBeUndefined();
  });

  it('is left alone when none runs', async () => {
    expect(await endOf({ share: 1, running: () => undefined }, 20_000)).toBeUndefined();
  });
});
