/** What one scope's run works with: its record, its calls, its signs of life. */
import type { Failure, Send, WatchContext } from '@security-monkey/sdk';
import { isOperationError } from '@security-monkey/sdk';
import { safeFailure } from '../record/safe-text.ts';
import type { ScopeRecord } from '../record/scope-record.ts';
import type { Runtime, ScopeName } from '../runtime.ts';
import type { Activity } from './activity.ts';
import type { CallPriority } from './limiter.ts';
import type { ScopeLease } from './scope-lease.ts';
import { createSender, type Line } from './sender.ts';
import type { SharedLoads } from './shared-loads.ts';

export type ScopeRun = {
  readonly runtime: Runtime;
  readonly record: ScopeRecord;
  readonly name: ScopeName;
  readonly line: Line;
  readonly facts: WatchContext['facts'];
  readonly shared: SharedLoads;
  /** What it shares with the accounts that were found in the same one. */
  readonly common: SharedLoads;
  readonly activity: Activity;
  readonly lease: ScopeLease;
  /** Aborted when the run is stopped and when the lease is lost. */
  readonly signal: AbortSignal;
};

/** What a watcher's functions get; `gone` lets the SDK's helpers tell a vanished item from a missing part. */
export function watchContext(
  run: ScopeRun,
  priority: CallPriority,
): WatchContext & { readonly gone: readonly string[] } {
  const { watcher, place } = run.record.recorder;
  const send: Send = createSender(run.line, {
    region: place.region,
    priority,
    flow: `${watcher.id} ${run.record.run.scope.region}`,
    permissions: watcher.permissions,
    signal: run.signal,
    onAttempt: run.lease.touch,
  });
  return {
    send: (operation, input, options) => run.activity.during(() => send(operation, input, options)),
    place,
    facts: run.facts,
    fields: run.record.account.fields,
    shared: (key, load, among = 'account') => {
      const name = `${place.region} ${key}`;
      if (among === 'account') return run.activity.during(() => run.shared(name, load));
      return run.activity.during(() => whileAlive(run, () => run.common(name, load)));
    },
    gone: watcher.gone,
  };
}

/** Milliseconds between two signs of life of a run that waits for what another account's run loads. */
const signEvery = 60_000;

/** Whoever waits makes no calls, and would lose the scope to another run in the end. */
async function whileAlive<Value>(
  { runtime: { clock }, lease }: ScopeRun,
  work: () => Promise<Value>,
): Promise<Value> {
  const done = new AbortController();
  const signs = async (): Promise<void> => {
    while (!done.signal.aborted) {
      await clock.sleep(signEvery, done.signal);
      if (!done.signal.aborted) lease.touch();
    }
  };
  void signs();
  try {
    return await work();
  } finally {
    done.abort();
  }
}

/** The failure that a watcher's function rejected with; anything that is no OperationError is a defect of the watcher. */
export function failureOf(run: ScopeRun, error: unknown): Failure {
  if (isOperationError(error)) return safeFailure(error.failure, run.runtime.digestKey);
  if (run.signal.aborted) return { class: 'canceled', message: 'The run was stopped.' };
  // Only the kind of error is told: its message may repeat what the provider answered.
  const kind = error instanceof Error ? error.name : typeof error;
  return { class: 'defect', message: `The watcher ${run.record.recorder.watcher.id} failed: ${kind}.` };
}
