/** Scripted faults of the fake provider: which calls fail, how, and how often. */
import type { Failure, FailureClass, ProviderRequest } from '@security-monkey/sdk';

/**
 * `hang` answers never; `html` is a 500 with a page instead of JSON; `cut` a body that ends in the middle; `short` a
 * listing that silently lacks its second half; `malformed` a listing whose items make no sense; the rest say what they mean.
 */
export type FaultKind =
  | 'access_denied'
  | 'credentials'
  | 'account_suspended'
  | 'api_disabled'
  | 'throttled'
  | 'server_error'
  | 'network'
  | 'hang'
  | 'html'
  | 'cut'
  | 'not_found'
  | 'short'
  | 'malformed';

export type Fault = {
  readonly kind: FaultKind;
  /** Exact, or `*` for all. */
  readonly operation: string;
  readonly account?: string;
  readonly region?: string;
  /** The resource's name in the call's input. */
  readonly name?: string;
  /** Calls that match but pass, before the first that fails. */
  readonly skip?: number;
  /** How many calls fail; for ever unless given. */
  readonly times?: number;
  readonly retryAfterMs?: number;
};

/** What the fake provider rejects with, as a provider's client would. */
export class FakeProviderError extends Error {
  override readonly name = 'FakeProviderError';
  readonly failureClass: FailureClass;
  readonly code: string;
  readonly retryAfterMs: number | undefined;

  constructor(failureClass: FailureClass, code: string, retryAfterMs?: number) {
    super(`${code}: the fake provider says so`);
    this.failureClass = failureClass;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

const errors: Partial<Record<FaultKind, readonly [FailureClass, string]>> = {
  access_denied: ['access_denied', 'AccessDenied'],
  credentials: ['credentials', 'ExpiredToken'],
  account_suspended: ['account_suspended', 'AccountSuspended'],
  api_disabled: ['api_disabled', 'ServiceDisabled'],
  throttled: ['throttled', 'TooManyRequests'],
  server_error: ['server_error', 'InternalError'],
  network: ['network', 'ECONNRESET'],
  html: ['server_error', 'UnparsableBody'],
  cut: ['invalid_response', 'UnexpectedEndOfBody'],
  not_found: ['not_found', 'NoSuchThing'],
};

/** Counts the calls that a list of faults has met and says which fault, if any, the next one meets. */
export function createFaultScript(): {
  readonly set: (faults: readonly Fault[]) => void;
  readonly next: (account: string, request: ProviderRequest) => Fault | undefined;
} {
  let script: readonly { readonly fault: Fault; met: number }[] = [];
  return {
    set: (faults) => {
      script = faults.map((fault) => ({ fault, met: 0 }));
    },
    next: (account, request) => {
      for (const entry of script) {
        if (!matches(entry.fault, account, request)) continue;
        entry.met += 1;
        const { skip = 0, times = Number.POSITIVE_INFINITY } = entry.fault;
        if (entry.met > skip && entry.met <= skip + times) return entry.fault;
      }
      return undefined;
    },
  };
}

function matches(fault: Fault, account: string, request: ProviderRequest): boolean {
  return (
    (fault.operation === '*' || fault.operation === request.operation) &&
    (fault.account === undefined || fault.account === account) &&
    (fault.region === undefined || fault.region === request.region) &&
    (fault.name === undefined || fault.name === request.input['Name'])
  );
}

/** Rejects as the fault says, or resolves for those that only spoil the answer. */
export async function commitFault(fault: Fault, signal: AbortSignal): Promise<void> {
  if (fault.kind === 'hang') await aborted(signal);
  const error = errors[fault.kind];
  if (error !== undefined) throw new FakeProviderError(error[0], error[1], fault.retryAfterMs);
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** The account type's classifier. */
export function classifyFake(error: unknown): Failure {
  if (!(error instanceof FakeProviderError))
    return { class: 'defect', message: error instanceof Error ? error.message : String(error) };
  return {
    class: error.failureClass,
    message: error.message,
    code: error.code,
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
  };
}
