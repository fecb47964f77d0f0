/** Why something could not be looked at. A failure is never read as absence: it keeps the last value and makes checks unknown. */

/** Every way in which a look at a provider can fail; stored in coverage and shown to the operator. */
export const failureClasses = [
  'access_denied',
  'organization_denied',
  'credentials',
  'account_mismatch',
  'misconfigured',
  'account_suspended',
  'region_disabled',
  'api_disabled',
  'switched_off',
  'plugin_missing',
  'throttled',
  'timeout',
  'server_error',
  'network',
  'invalid_response',
  'not_found',
  'rejected',
  'canceled',
  'defect',
] as const;

export type FailureClass = (typeof failureClasses)[number];

/** Classes that a later attempt within the same run may overcome. */
export const retryableClasses: ReadonlySet<FailureClass> = new Set([
  'throttled',
  'timeout',
  'server_error',
  'network',
]);

/** Classes that freeze a scope instead of failing it: there is nothing to look at for now, or nothing to look with. */
export const freezingClasses: ReadonlySet<FailureClass> = new Set([
  'account_suspended',
  'region_disabled',
  'api_disabled',
  'switched_off',
  'plugin_missing',
]);

export type Failure = {
  readonly class: FailureClass;
  /** One line for a person, without secrets. */
  readonly message: string;
  /** The provider's own error code, such as `AccessDenied`. */
  readonly code?: string;
  /** The call that failed, as `service:Operation`. */
  readonly operation?: string;
  /** The permission that would have made it work, such as `s3:GetBucketAcl`. */
  readonly permission?: string;
  /** The wait that the provider asked for, in milliseconds. */
  readonly retryAfterMs?: number;
};

/** Thrown by `send` when a call failed; the only error a watcher needs to know. */
export class OperationError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.name = 'OperationError';
    this.failure = failure;
  }
}

/** Whether a thrown value is an {@link OperationError}, also one of another copy of the SDK. */
export function isOperationError(error: unknown): error is OperationError {
  return error instanceof Error && error.name === 'OperationError' && 'failure' in error;
}
