/** A `send` like the engine's over an estate: failures as OperationErrors that name the permission, with faults put in on demand. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Send } from '../define/account-type.ts';
import type { WatchContext, Watcher } from '../define/watcher.ts';
import { type FailureClass, OperationError } from '../failure.ts';
import type { JsonObject } from '../json/value.ts';
import { type Estate, type EstateCall, placeOf, providerRefusal } from './estate.ts';
import { withProbe } from './probe.ts';

/** On whose behalf a call is made. */
export type Stage = 'list' | 'describe' | 'shared' | 'confirm' | 'past';

export type FakeCall = EstateCall & {
  readonly stage: Stage;
  /** How many calls of this operation in this region there were before, plus one. */
  readonly turn: number;
};

export type Fault = {
  readonly hits: (call: FakeCall) => boolean;
  readonly class: FailureClass;
  readonly code: string;
};

export type FakeOptions = {
  readonly fault?: Fault | undefined;
  /** Puts a field unknown to any schema into every object of every answer. */
  readonly probing?: boolean;
};

/** The calls made within one stage for one item. */
export type CallScope = {
  readonly stage: Stage;
  readonly operations: Set<string>;
  readonly shared: Set<CallScope>;
};

export type FakeProvider = {
  readonly context: WatchContext;
  readonly calls: readonly FakeCall[];
  readonly outputs: readonly unknown[];
  /** Runs a piece of the watcher; the calls it makes are noted in the scope, those of shared loads in scopes of their own. */
  readonly within: <Value>(scope: CallScope, piece: () => Value) => Value;
};

const mostCalls = 5_000;

export function newScope(stage: Stage): CallScope {
  return { stage, operations: new Set(), shared: new Set() };
}

/** Every operation called for a scope, directly or through a shared load. */
export function operationsOf(scope: CallScope): ReadonlySet<string> {
  return new Set([...scope.operations, ...[...scope.shared].flatMap((inner) => [...operationsOf(inner)])]);
}

/** A provider for one run of a watcher: what is shared within a run starts empty. */
export function fakeProvider(watcher: Watcher, estate: Estate, options: FakeOptions = {}): FakeProvider {
  const place = placeOf(estate, watcher.accountType);
  const calls: FakeCall[] = [];
  const outputs: unknown[] = [];
  const scopes = new AsyncLocalStorage<CallScope>();
  const loads = new Map<string, { readonly scope: CallScope; readonly value: Promise<unknown> }>();

  const send: Send = async (operation, input, { region = place.region } = {}) => {
    const scope = scopes.getStore() ?? newScope('list');
    scope.operations.add(operation);
    const earlier = calls.filter((call) => call.operation === operation && call.region === region);
    const call: FakeCall = { operation, input, region, stage: scope.stage, turn: earlier.length + 1 };
    calls.push(call);
    if (calls.length > mostCalls)
      throw new Error(`makes more than ${mostCalls} calls: its paging does not end`);
    if (options.fault?.hits(call)) throw refusal(watcher, operation, options.fault);
    const output = answer(watcher, estate, call);
    outputs.push(output);
    return options.probing ? withProbe(output) : output;
  };

  const shared: WatchContext['shared'] = (key, load) => {
    const known = loads.get(key);
    const scope = known?.scope ?? newScope('shared');
    const value = known?.value ?? scopes.run(scope, load);
    if (!known) loads.set(key, { scope, value });
    scopes.getStore()?.shared.add(scope);
    return value as ReturnType<typeof load>;
  };

  return {
    context: {
      send,
      shared,
      place,
      facts: { partition: place.partition, ...estate.facts },
      fields: estate.fields ?? {},
    },
    calls,
    outputs,
    within: (scope, piece) => scopes.run(scope, piece),
  };
}

function answer(watcher: Watcher, estate: Estate, { operation, input, region }: FakeCall): unknown {
  try {
    // Copies both ways: neither may the watcher change the estate, nor the estate what the watcher sent.
    return structuredClone(ask(estate, { operation, input: structuredClone(input), region }));
  } catch (error) {
    const refused = providerRefusal(error);
    throw refused ? refusal(watcher, operation, refused) : error;
  }
}

function ask({ answers }: Estate, call: EstateCall): unknown {
  if (typeof answers === 'function') return answers(call);
  const found = Object.hasOwn(answers, call.operation) ? answers[call.operation] : undefined;
  if (found === undefined) throw new Error(`the estate has no answer to ${call.operation}`);
  return isFunction(found) ? found(call.input, { region: call.region }) : found;
}

type Asked = (input: JsonObject, context: { readonly region: string }) => unknown;

function isFunction(found: JsonObject | Asked): found is Asked {
  return typeof found === 'function';
}

function refusal(
  watcher: Watcher,
  operation: string,
  fault: { readonly class: FailureClass; readonly code: string },
): OperationError {
  const permission = watcher.permissions[operation];
  return new OperationError({
    class: fault.class,
    code: fault.code,
    message: `${operation}: ${fault.code}`,
    operation,
    ...(permission !== undefined && { permission }),
  });
}
