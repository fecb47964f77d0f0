/** What one provider's budget allows: a pure state that grows on success and halves when the provider says stop. */

export type Budget = {
  /** Calls that may be under way at once; a fraction counts towards the next one. */
  readonly window: number;
  /** Calls a second; no limit until the provider throttles for the first time. */
  readonly rate: number;
  readonly underWay: number;
  /** No call starts before (milliseconds). */
  readonly notBefore: number;
  /** When the budget was last cut: calls that started earlier say nothing new. */
  readonly cutAt: number;
  /** Calls started since `countedFrom`, by which the rate is known when it must be cut. */
  readonly started: number;
  readonly countedFrom: number;
};

export type CallEnd = {
  readonly startedAt: number;
  readonly now: number;
  readonly throttled: boolean;
  readonly succeeded: boolean;
  readonly retryAfterMs?: number;
};

const bounds = { firstWindow: 16, largestWindow: 64, smallestRate: 0.5, freeRate: 1_000 };
/** Calls a second that a second of success adds. */
const growth = 4;
const countFor = 1_000;
/** A provider that asks for a longer pause is asked again after this one. */
const longestPause = 60_000;

export function newBudget(now: number): Budget {
  return {
    window: bounds.firstWindow,
    rate: Number.POSITIVE_INFINITY,
    underWay: 0,
    notBefore: now,
    cutAt: Number.NEGATIVE_INFINITY,
    started: 0,
    countedFrom: now,
  };
}

/** 0 when a call may start now, the wait in milliseconds when time alone stands in the way, undefined when a call must end first. */
export function waitFor(budget: Budget, now: number): number | undefined {
  if (budget.underWay >= Math.floor(budget.window)) return undefined;
  return Math.max(0, budget.notBefore - now);
}

export function callStarted(budget: Budget, now: number): Budget {
  const recent = now - budget.countedFrom < countFor;
  return {
    ...budget,
    underWay: budget.underWay + 1,
    notBefore: Math.max(budget.notBefore, now) + 1_000 / budget.rate,
    started: recent ? budget.started + 1 : 1,
    countedFrom: recent ? budget.countedFrom : now,
  };
}

export function callEnded(budget: Budget, end: CallEnd): Budget {
  const freed = { ...budget, underWay: budget.underWay - 1 };
  if (end.throttled) return cut(freed, end);
  return end.succeeded ? grown(freed) : freed;
}

function cut(budget: Budget, end: CallEnd): Budget {
  const pause = Math.min(end.retryAfterMs ?? 0, longestPause);
  const notBefore = Math.max(budget.notBefore, end.now + pause);
  if (end.startedAt < budget.cutAt) return { ...budget, notBefore };
  const known = Number.isFinite(budget.rate) ? budget.rate : measuredRate(budget, end.now);
  return {
    ...budget,
    window: Math.max(1, budget.window / 2),
    rate: Math.max(bounds.smallestRate, known / 2),
    notBefore,
    cutAt: end.now,
  };
}

function measuredRate(budget: Budget, now: number): number {
  return (budget.started * 1_000) / Math.max(countFor / 2, now - budget.countedFrom);
}

function grown(budget: Budget): Budget {
  const rate = budget.rate + growth / budget.rate;
  return {
    ...budget,
    window: Math.min(bounds.largestWindow, budget.window + 1 / budget.window),
    rate: rate > bounds.freeRate ? Number.POSITIVE_INFINITY : rate,
  };
}
