/** Reasons and codes of Google's errors, with what each means. */
import type { FailureClass } from '@security-monkey/sdk';

/**
 * `consumer`: the project that the call was counted for lacks something. Whether that is the watched project or our own decides
 * what it means.
 */
export type Meaning = FailureClass | { readonly consumer: FailureClass };

/**
 * Reasons of `google.rpc.ErrorInfo` (https://github.com/googleapis/googleapis/blob/master/google/api/error_reason.proto) and those
 * of the older form (https://cloud.google.com/storage/docs/json_api/v1/status-codes,
 * https://cloud.google.com/compute/docs/troubleshooting/troubleshooting-api-errors,
 * https://cloud.google.com/bigquery/docs/error-messages).
 */
export const reasons: Readonly<Record<string, Meaning>> = {
  SERVICE_DISABLED: { consumer: 'api_disabled' },
  accessNotConfigured: { consumer: 'api_disabled' },
  BILLING_DISABLED: { consumer: 'account_suspended' },
  accountDisabled: { consumer: 'account_suspended' },
  billingNotEnabled: { consumer: 'account_suspended' },
  CONSUMER_INVALID: { consumer: 'account_suspended' },
  CONSUMER_SUSPENDED: { consumer: 'account_suspended' },
  RESOURCE_PROJECT_INVALID: { consumer: 'account_suspended' },
  USER_PROJECT_DENIED: 'misconfigured',
  userProjectAccountProblem: 'misconfigured',
  userProjectInconsistent: 'misconfigured',
  ACCESS_TOKEN_SCOPE_INSUFFICIENT: 'misconfigured',
  insufficientPermissions: 'misconfigured',
  SECURITY_POLICY_VIOLATED: 'organization_denied',
  ORG_RESTRICTION_VIOLATION: 'organization_denied',
  LOCATION_POLICY_VIOLATED: 'organization_denied',
  policyViolation: 'organization_denied',
  IAM_PERMISSION_DENIED: 'access_denied',
  forbidden: 'access_denied',
  accessDenied: 'access_denied',
  notAuthorized: 'access_denied',
  RATE_LIMIT_EXCEEDED: 'throttled',
  RESOURCE_QUOTA_EXCEEDED: 'throttled',
  RESOURCE_USAGE_RESTRICTION_VIOLATED: 'organization_denied',
  rateLimitExceeded: 'throttled',
  userRateLimitExceeded: 'throttled',
  quotaExceeded: 'throttled',
  ACCESS_TOKEN_EXPIRED: 'credentials',
  ACCESS_TOKEN_TYPE_UNSUPPORTED: 'credentials',
  ACCOUNT_STATE_INVALID: 'credentials',
  CREDENTIALS_MISSING: 'credentials',
  authError: 'credentials',
  required: 'rejected',
  notFound: 'not_found',
  instanceDoesNotExist: 'not_found',
  backendError: 'server_error',
  internalError: 'server_error',
};

/** https://cloud.google.com/apis/design/errors#handling_errors */
export const statuses: Readonly<Record<string, FailureClass>> = {
  UNAUTHENTICATED: 'credentials',
  PERMISSION_DENIED: 'access_denied',
  NOT_FOUND: 'not_found',
  RESOURCE_EXHAUSTED: 'throttled',
  DEADLINE_EXCEEDED: 'timeout',
  ABORTED: 'server_error',
  CANCELLED: 'server_error',
  DATA_LOSS: 'server_error',
  INTERNAL: 'server_error',
  UNAVAILABLE: 'server_error',
  UNKNOWN: 'server_error',
};

/** What an HTTP status means where nothing says more. */
export function classOfHttp(status: number): FailureClass {
  if (status === 401) return 'credentials';
  if (status === 403) return 'access_denied';
  if (status === 404) return 'not_found';
  if (status === 408) return 'timeout';
  if (status === 429) return 'throttled';
  return status >= 500 ? 'server_error' : 'rejected';
}
