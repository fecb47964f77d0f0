/** Error codes of AWS APIs and of the network, with what each means. The first row that matches decides. */
import { type FailureClass, networkCodes, timeoutCodes } from '@security-monkey/sdk';

type CodeRow = { readonly class: FailureClass; readonly codes: readonly (string | RegExp)[] };

/**
 * Sources: the common errors of the API references
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html,
 * https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html) and the throttling codes on which the AWS SDKs retry.
 */
export const codeRows: readonly CodeRow[] = [
  {
    class: 'throttled',
    codes: [
      /^Throttl/,
      /^RequestThrottled/,
      /^TooManyRequests/,
      'RequestLimitExceeded',
      'BandwidthLimitExceeded',
      'EC2ThrottledException',
      'LimitExceededException',
      'PriorRequestNotComplete',
      'ProvisionedThroughputExceededException',
      'SlowDown',
      'TransactionInProgressException',
    ],
  },
  // InvalidClientTokenId is no sign of a region that is off, though such regions answer so: so do wrong credentials.
  // Regions that are off are known from ec2:DescribeRegions and not called at all.
  { class: 'region_disabled', codes: ['OptInRequired', 'RegionDisabledException'] },
  {
    class: 'account_suspended',
    codes: ['AccountProblem', 'AllAccessDisabled', 'Blocked', 'PendingVerification'],
  },
  { class: 'api_disabled', codes: ['NotSignedUp', 'SubscriptionRequiredException'] },
  {
    class: 'credentials',
    codes: [
      /^ExpiredToken/,
      'AuthFailure',
      'CredentialsProviderError',
      'IncompleteSignature',
      'InvalidAccessKeyId',
      'InvalidClientTokenId',
      'InvalidSignatureException',
      'InvalidToken',
      'MissingAuthenticationToken',
      'MissingAuthenticationTokenException',
      'RequestExpired',
      'RequestTimeTooSkewed',
      'SignatureDoesNotMatch',
      'TokenProviderError',
      'TokenRefreshRequired',
      'UnrecognizedClientException',
    ],
  },
  {
    class: 'access_denied',
    codes: [/^AccessDenied/, 'UnauthorizedOperation', 'UnauthorizedAccess', 'NotAuthorized', 'Forbidden'],
  },
  {
    class: 'timeout',
    codes: [...timeoutCodes, 'RequestTimeout', 'RequestTimeoutException'],
  },
  { class: 'network', codes: networkCodes },
  { class: 'canceled', codes: ['AbortError'] },
  {
    class: 'server_error',
    codes: ['InternalError', 'InternalFailure', 'InternalServerError', 'ServiceUnavailable', 'Unavailable'],
  },
  { class: 'not_found', codes: [/^NoSuch/, /NotFound/, /DoesNotExist/] },
  { class: 'invalid_response', codes: ['ForeignAnswer'] },
];

/** What a code means, whatever the HTTP status; undefined for the many that only the status tells. */
export function classOfCode(code: string): FailureClass | undefined {
  const matches = (known: string | RegExp) => (typeof known === 'string' ? known === code : known.test(code));
  return codeRows.find((row) => row.codes.some(matches))?.class;
}

/** What an HTTP status means where no code says more, as with answers to HEAD, which have no body. */
export function classOfStatus(status: number): FailureClass {
  if (status === 401) return 'credentials';
  if (status === 403) return 'access_denied';
  if (status === 404) return 'not_found';
  if (status === 408) return 'timeout';
  if (status === 429) return 'throttled';
  if (status >= 500) return 'server_error';
  return status >= 300 ? 'rejected' : 'invalid_response';
}
