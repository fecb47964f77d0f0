/** Makes a watcher's calls: within budgets, with a deadline each, retried, and failing only as an OperationError. */
import {
  type AccountType,
  type Connection,
  type Failure,
  isOperationError,
  type JsonObject,
  OperationError,
  type Send,
} from '@security-monkey/sdk';
import { safeText } from '../record/safe-text.ts';
import type { Clock, DigestKey } from '../runtime.ts';
import type { CallPriority, Limiter, Outcome } from './limiter.ts';
import { retryWait } from './retry.ts';

/** What all senders of one account's run have in common. */
export type Line = {
  readonly clock: Clock;
  readonly random: () => number;
  readonly digestKey: DigestKey;
  readonly limiter: Limiter;
  readonly accountType: AccountType;
  readonly connection: Connection;
  /** The account's identifier. */
  readonly account: string;
  /** Calls made, by operation; retries count. */
  readonly calls: Map<string, number>;
};

export type SenderOptions = {
  readonly region: string;
  readonly priority: CallPriority;
  readonly flow: string;
  /** Operation to permission. */
  readonly permissions: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Called before each attempt. */
  readonly onAttempt?: () => void;
};

/** Milliseconds that one attempt may take. */
const callDeadline = 60_000;

type Call = { readonly operation: string; readonly region: string; readonly input: JsonObject };

/** A send function for one purpose on one connection. */
export function createSender(line: Line, options: SenderOptions): Send {
  return async (operation, input, place) => {
    const call = { operation, input, region: place?.region ?? options.region };
    const begun = line.clock.now().getTime();
    for (let attempts = 1; ; attempts += 1) {
      const result = await attemptCall(line, options, call);
      if (!('failure' in result)) return result.answer;
      const elapsed = line.clock.now().getTime() - begun;
      const { failure } = result;
      const wait = retryWait({ failure, attempts, elapsed, random: line.random() });
      if (wait === undefined) throw new OperationError(failure);
      await line.clock.sleep(wait, options.signal);
    }
  };
}

/** The provider's own error goes no further: it may repeat what was sent. */
type CallResult = { readonly answer: unknown } | { readonly failure: Failure };

async function attemptCall(line: Line, options: SenderOptions, call: Call): Promise<CallResult> {
  const key = line.accountType.budgetKey({
    account: line.account,
    region: call.region,
    operation: call.operation,
  });
  let end: ((outcome: Outcome) => void) | undefined;
  try {
    end = await line.limiter.acquire({ ...options, key });
    options.onAttempt?.();
    line.calls.set(call.operation, (line.calls.get(call.operation) ?? 0) + 1);
    const answer = await sendWithDeadline(line, options.signal, call);
    end({ succeeded: true, throttled: false });
    return { answer };
  } catch (error) {
    const failure = describeFailure(line, options, { call, error });
    const { retryAfterMs } = failure;
    const throttled = failure.class === 'throttled';
    end?.({ succeeded: false, throttled, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
    return { failure };
  }
}

/** The error of {@link sendWithDeadline} when the time was up. */
class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

async function sendWithDeadline(line: Line, signal: AbortSignal, call: Call): Promise<unknown> {
  const done = new AbortController();
  const late = new AbortController();
  const both = AbortSignal.any([signal, late.signal]);
  const abandoned = new Promise<never>((_, reject) => {
    // One that is aborted already tells nobody any more.
    if (both.aborted) reject(both.reason);
    both.addEventListener('abort', () => reject(both.reason), { once: true, signal: done.signal });
  });
  void line.clock.sleep(callDeadline, done.signal).then(() => {
    if (!done.signal.aborted) late.abort(new DeadlinePassed('The deadline has passed.'));
  });
  try {
    // A client that ignores its signal is left behind: its late answer goes nowhere.
    return await Promise.race([line.connection.send({ ...call, signal: both }), abandoned]);
  } finally {
    done.abort();
  }
}

function describeFailure(
  line: Line,
  options: SenderOptions,
  { call, error }: { readonly call: Call; readonly error: unknown },
): Failure {
  const failure = classified(line, options.signal, error);
  // What the provider names is missing for certain; a call may take more permissions than the one that is declared for it.
  const permission = failure.permission ?? options.permissions[call.operation];
  return {
    ...failure,
    message: safeText(failure.message, line.digestKey),
    operation: call.operation,
    ...(permission === undefined ? {} : { permission }),
  };
}

function classified(line: Line, signal: AbortSignal, error: unknown): Failure {
  if (signal.aborted) return { class: 'canceled', message: 'The run was stopped.' };
  if (error instanceof DeadlinePassed)
    return { class: 'timeout', message: `No answer within ${callDeadline / 1_000} seconds.` };
  if (isOperationError(error)) return error.failure;
  try {
    return line.accountType.classify(error);
  } catch {
    return {
      class: 'defect',
      message: `The account type ${line.accountType.id} could not classify an error.`,
    };
  }
}
