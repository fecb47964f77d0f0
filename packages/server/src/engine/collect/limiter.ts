/** Lets calls through within the provider's budgets: connecting before listing, listing before describing, scopes in turn. */
import type { Clock } from '../runtime.ts';
import { type Budget, callEnded, callStarted, newBudget, waitFor } from './budget.ts';

/** In the order in which they are served. */
export const callPriorities = ['connect', 'list', 'confirm', 'describe'] as const;
export type CallPriority = (typeof callPriorities)[number];

export type Turn = {
  readonly key: string;
  readonly priority: CallPriority;
  /** Who asks: callers of equal priority are served in turn, so that none starves the others. */
  readonly flow: string;
  readonly signal: AbortSignal;
};

export type Outcome = {
  readonly succeeded: boolean;
  readonly throttled: boolean;
  readonly retryAfterMs?: number;
};

export type Limiter = {
  /** Waits for the caller's turn; resolves with what must be called when the call has ended. Rejects when the signal aborts. */
  readonly acquire: (turn: Turn) => Promise<(outcome: Outcome) => void>;
};

type Waiter = { readonly start: () => void; readonly signal: AbortSignal };
/** By flow, in the order in which the flows are served. */
type Queue = Map<string, Waiter[]>;

export function createLimiter(clock: Clock): Limiter {
  const gates = new Map<string, Gate>();
  return {
    acquire: (turn) => {
      const gate = gates.get(turn.key) ?? createGate(clock);
      gates.set(turn.key, gate);
      return gate(turn);
    },
  };
}

/** By clock, which there is one of in a process: accounts that are collected side by side may share a budget. */
const limiters = new WeakMap<Clock, Limiter>();

export function limiterOf(clock: Clock): Limiter {
  const limiter = limiters.get(clock) ?? createLimiter(clock);
  limiters.set(clock, limiter);
  return limiter;
}

type Gate = Limiter['acquire'];

function createGate(clock: Clock): Gate {
  let budget: Budget = newBudget(clock.now().getTime());
  let sleeping = false;
  const queues = new Map<CallPriority, Queue>(callPriorities.map((priority) => [priority, new Map()]));

  const serve = (): void => {
    if (sleeping) return;
    while (someoneWaits(queues)) {
      const wait = waitFor(budget, clock.now().getTime());
      if (wait === undefined) return;
      if (wait > 0) return sleepFor(wait);
      nextWaiter(queues)?.start();
    }
  };
  const sleepFor = (wait: number): void => {
    sleeping = true;
    const awake = (): void => {
      sleeping = false;
      serve();
    };
    clock.sleep(wait).then(awake, awake);
  };
  const begin = (): ((outcome: Outcome) => void) => {
    const startedAt = clock.now().getTime();
    budget = callStarted(budget, startedAt);
    return (outcome) => {
      budget = callEnded(budget, { ...outcome, startedAt, now: clock.now().getTime() });
      serve();
    };
  };
  return (turn) =>
    new Promise((resolve, reject) => {
      const { signal } = turn;
      if (signal.aborted) return reject(signal.reason);
      const onAbort = (): void => reject(signal.reason);
      signal.addEventListener('abort', onAbort, { once: true });
      const start = (): void => {
        signal.removeEventListener('abort', onAbort);
        resolve(begin());
      };
      enqueue(queues.get(turn.priority), turn.flow, { start, signal });
      serve();
    });
}

function enqueue(queue: Queue | undefined, flow: string, waiter: Waiter): void {
  const line = queue?.get(flow);
  if (line === undefined) queue?.set(flow, [waiter]);
  else line.push(waiter);
}

function someoneWaits(queues: ReadonlyMap<CallPriority, Queue>): boolean {
  return [...queues.values()].some((queue) => queue.size > 0);
}

/** Takes the first of the highest class; its flow goes to the end of the class. Those who gave up are passed over. */
function nextWaiter(queues: ReadonlyMap<CallPriority, Queue>): Waiter | undefined {
  for (const queue of queues.values()) {
    for (const [flow, line] of queue) {
      const waiter = takeWaiting(line);
      queue.delete(flow);
      if (line.length > 0) queue.set(flow, line);
      if (waiter !== undefined) return waiter;
    }
  }
  return undefined;
}

function takeWaiting(line: Waiter[]): Waiter | undefined {
  let waiter = line.shift();
  while (waiter?.signal.aborted === true) waiter = line.shift();
  return waiter;
}
