import { describe, expect, it } from 'vitest';
import { type Budget, callEnded, callStarted, newBudget, waitFor } from './budget.ts';

const full = (window: number): Budget => ({ ...newBudget(0), window, underWay: window });
const throttled = { startedAt: 0, now: 1_000, throttled: true, succeeded: false };
const succeeded = { startedAt: 0, now: 1_000, throttled: false, succeeded: true };

describe('a new budget', () => {
  it('lets calls start at once, as many as its window takes', () => {
    let budget = newBudget(0);
    let started = 0;
    while (waitFor(budget, 0) === 0) {
      budget = callStarted(budget, 0);
      started += 1;
    }
    expect(started).toBe(16);
    expect(waitFor(budget, 0)).toBeUndefined();
  });
});

describe('success', () => {
  it('widens the window by one in as many calls as it takes', () => {
    let budget = full(16);
    for (let call = 0; call < 17; call += 1) budget = callEnded({ ...budget, underWay: 16 }, succeeded);
    expect(Math.floor(budget.window)).toBe(17);
  });

  it('frees the rate again in the end', () => {
    let budget: Budget = { ...full(16), rate: 500 };
    for (let call = 0; call < 200_000; call += 1) budget = callEnded({ ...budget, underWay: 1 }, succeeded);
    expect(budget.rate).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('throttling', () => {
  it('halves the window, and the rate from what it was measured to be', () => {
    const budget = callEnded({ ...full(16), started: 40, countedFrom: 0 }, throttled);
    expect(budget).toMatchObject({ window: 8, rate: 20, underWay: 15 });
  });

  it('counts once for all calls that were under way together', () => {
    const once = callEnded(full(16), throttled);
    const twice = callEnded(once, { ...throttled, now: 1_001 });
    expect([twice.window, twice.rate]).toEqual([once.window, once.rate]);
  });

  it('pauses as long as the provider asks, up to a minute', () => {
    expect(callEnded(full(16), { ...throttled, retryAfterMs: 5_000 }).notBefore).toBe(6_000);
    expect(callEnded(full(16), { ...throttled, retryAfterMs: 3_600_000 }).notBefore).toBe(61_000);
  });

  it('never stops everything', () => {
    let budget = full(16);
    for (let round = 1; round < 50; round += 1)
      budget = callEnded(budget, { ...throttled, startedAt: round * 10_000, now: round * 10_000 + 1 });
    expect([budget.window, budget.rate]).toEqual([1, 0.5]);
  });
});

describe('a known rate', () => {
  it('spaces the calls', () => {
    const budget = callStarted({ ...newBudget(0), rate: 4 }, 1_000);
    expect(waitFor(budget, 1_100)).toBe(150);
  });
});

describe('an error that is no throttling', () => {
  it('changes nothing but what is under way', () => {
    expect(callEnded(full(16), { ...succeeded, succeeded: false })).toEqual({ ...full(16), underWay: 15 });
  });
});
