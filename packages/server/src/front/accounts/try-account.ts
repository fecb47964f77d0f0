/** Tries everything that watching an account needs, once and without recording anything, and says what was refused. */
import {
  type AccountType,
  type Failure,
  isOperationError,
  type JsonObject,
  type Probe,
  type Send,
  type WatchContext,
  type Watcher,
} from '@security-monkey/sdk';
import { type Connected, connectAccount } from '../../engine/collect/connect.ts';
import { limiterOf } from '../../engine/collect/limiter.ts';
import { createSender } from '../../engine/collect/sender.ts';
import type { Runtime } from '../../engine/runtime.ts';
import type { Account } from './account-draft.ts';

/** One call that was tried, or declared and not tried. */
export type Trial = {
  /** The technology, or null for connecting and probing. */
  readonly technology: string | null;
  /** `service:Operation`; null when it failed before any call. */
  readonly operation: string | null;
  readonly permission: string | null;
  readonly outcome: 'allowed' | 'refused' | 'failed' | 'untried';
  readonly message: string;
  readonly class: Failure['class'] | null;
};

type Trying = { readonly runtime: Runtime; readonly account: Account; readonly signal: AbortSignal };

/** Connects, probes, then reads the first page of every technology and describes one item of it, in the home region. */
export async function* tryAccount(trying: Trying): AsyncGenerator<Trial, void> {
  const { runtime, account, signal } = trying;
  const limiter = limiterOf(runtime.clock);
  const connected = await connectAccount(runtime, { account, limiter, signal });
  if ('failure' in connected) {
    yield failedTrial(null, connected.failure);
    return;
  }
  try {
    const found = await tryDiscovery(trying, connected);
    yield* probeTrials(connected.line.accountType, connected, found);
    for (const watcher of runtime.registry.watchersFor(account.type)) {
      signal.throwIfAborted();
      yield* await tryWatcher(watcher, connected, trying);
    }
  } finally {
    connected.close();
  }
}

/** The whole list, as a refusal may stand anywhere in it; what fails. */
async function tryDiscovery({ account, signal }: Trying, { line }: Connected): Promise<readonly Failure[]> {
  const { discovery, fields, permissions } = line.accountType;
  if (discovery === undefined) return [];
  const { identifier, name } = account;
  const send = createSender(line, { region: '', priority: 'list', flow: 'discover', permissions, signal });
  const settings = { identifier, name, fields: fields.parse(account.fields) };
  try {
    for await (const _ of discovery.find({ send, account: settings })) signal.throwIfAborted();
    return [];
  } catch (error) {
    if (isOperationError(error)) return [error.failure];
    throw error;
  }
}

function probeTrials(
  type: AccountType,
  { probe, line }: Connected,
  others: readonly Failure[],
): readonly Trial[] {
  const failures = [...(probe.facts.unreadable ?? []), ...others];
  const refused = failures.map((failure) => failedTrial(null, failure));
  const met = new Set(refused.map(({ operation }) => operation));
  return [
    ...refused,
    ...otherTrials({ owner: null, permissions: type.permissions, met, called: line.calls }),
  ];
}

type Others = {
  readonly owner: string | null;
  readonly permissions: Readonly<Record<string, string>>;
  /** Operations that have a trial already. */
  readonly met: ReadonlySet<string | null>;
  readonly called: ReadonlyMap<string, number>;
};

/** The declared operations that did not fail: those that were called were allowed. */
function otherTrials({ owner, permissions, met, called }: Others): readonly Trial[] {
  return Object.entries(permissions)
    .filter(([operation]) => !met.has(operation))
    .map(([operation, permission]) => ({
      technology: owner,
      operation,
      permission,
      outcome: called.has(operation) ? 'allowed' : 'untried',
      message: called.has(operation) ? '' : 'there was nothing to try it on',
      class: null,
    }));
}

async function tryWatcher(
  watcher: Watcher,
  connected: Connected,
  { account: { fields }, signal }: Trying,
): Promise<readonly Trial[]> {
  const failures = new Map<string, Trial>();
  const called = new Map<string, number>();
  const note = (failure: Failure): void => {
    const trial = failedTrial(watcher.id, failure);
    failures.set(`${failure.operation} ${failure.class}`, trial);
  };
  const context = contextOf(watcher, connected, { fields, signal, called, note });
  try {
    const [listed] = await firstPage(watcher, context);
    const description = listed === undefined ? undefined : await watcher.describe?.(context, listed);
    for (const part of description?.unreadable ?? []) note(part);
  } catch (error) {
    if (isOperationError(error)) note(error.failure);
    else note({ class: 'defect', message: error instanceof Error ? error.message : String(error) });
  }
  const trials = [...failures.values()];
  const met = new Set(trials.map(({ operation }) => operation));
  return [...trials, ...otherTrials({ owner: watcher.id, permissions: watcher.permissions, met, called })];
}

async function firstPage(watcher: Watcher, context: WatchContext): Promise<readonly JsonObject[]> {
  for await (const page of watcher.list(context)) if (page.length > 0) return page;
  return [];
}

type Notes = {
  /** What is configured about the account: it may say what is asked at all. */
  readonly fields: JsonObject;
  readonly signal: AbortSignal;
  readonly called: Map<string, number>;
  readonly note: (failure: Failure) => void;
};

function contextOf(watcher: Watcher, { line, probe }: Connected, notes: Notes): WatchContext {
  const region = regionFor(watcher, probe);
  const sender = createSender(line, {
    region,
    priority: 'list',
    flow: watcher.id,
    permissions: watcher.permissions,
    signal: notes.signal,
  });
  const loaded = new Map<string, Promise<unknown>>();
  return {
    send: noting(sender, notes),
    place: { partition: probe.facts.partition, account: line.account, region },
    facts: probe.facts,
    fields: notes.fields,
    shared: async <Value>(key: string, load: () => Promise<Value>) => {
      const known = loaded.get(key) ?? load();
      loaded.set(key, known);
      return (await known) as Value;
    },
  };
}

/** Also what a watcher reads as "not configured" passes here: only refusals are noted. */
function noting(send: Send, { called, note }: Notes): Send {
  return async (operation, input, options) => {
    called.set(operation, (called.get(operation) ?? 0) + 1);
    try {
      return await send(operation, input, options);
    } catch (error) {
      if (isOperationError(error) && isRefusal(error.failure)) note(error.failure);
      throw error;
    }
  };
}

function isRefusal({ class: kind }: Failure): boolean {
  return kind === 'access_denied' || kind === 'organization_denied';
}

function regionFor(watcher: Watcher, { homeRegion, regions }: Probe): string {
  const enabled = regions.filter((region) => region.enabled).map(({ name }) => name);
  if (watcher.scope === 'global' || enabled.includes(homeRegion)) return homeRegion;
  return enabled[0] ?? homeRegion;
}

function failedTrial(technology: string | null, failure: Failure): Trial {
  return {
    technology,
    operation: failure.operation ?? null,
    permission: failure.permission ?? null,
    outcome: isRefusal(failure) ? 'refused' : 'failed',
    message: failure.message,
    class: failure.class,
  };
}
