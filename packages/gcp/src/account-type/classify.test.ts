/** What refusals of Google mean. */
import { type FailureClass, OperationError } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { ApiError, ForeignAnswer } from '../client/api-error.ts';
import { classifyGcpError } from './classify.ts';

const target = { projectId: 'acme-web', projectNumber: '123456789012' };

type Info = { readonly message?: string; readonly reason?: string; readonly metadata?: object };

/** An error of newer services: https://cloud.google.com/apis/design/errors */
function modern(status: number, name: string, { message = 'no', ...info }: Info = {}): ApiError {
  const details = [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', ...info }];
  return new ApiError({ status, body: { error: { code: status, message, status: name, details } }, target });
}

/** An error of Compute, Storage, BigQuery and SQL. */
function older(status: number, reason: string, message = 'no'): ApiError {
  const errors = [{ domain: 'global', reason, message }];
  return new ApiError({ status, body: { error: { code: status, message, errors } }, target });
}

const off = (consumer: string, reason = 'SERVICE_DISABLED') =>
  modern(403, 'PERMISSION_DENIED', {
    reason,
    metadata: { consumer, service: 'compute.googleapis.com' },
  });
const system = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

const rows: readonly (readonly [FailureClass, string, unknown])[] = [
  ['api_disabled', 'an API that is off in the project, by number', off('projects/123456789012')],
  ['api_disabled', 'an API that is off in the project, by id', off('projects/acme-web')],
  ['misconfigured', 'an API that is off in another project', off('projects/999900001111')],
  [
    'misconfigured',
    'an API that is off nobody says where',
    modern(403, 'PERMISSION_DENIED', { reason: 'SERVICE_DISABLED' }),
  ],
  [
    'api_disabled',
    'an API that is off, in the older form without details',
    older(
      403,
      'accessNotConfigured',
      'Compute Engine API has not been used in project 123456789012 before or it is disabled.',
    ),
  ],
  [
    'misconfigured',
    'the same of another project',
    older(
      403,
      'accessNotConfigured',
      'Compute Engine API has not been used in project 999900001111 before or it is disabled.',
    ),
  ],
  ['account_suspended', 'billing that is off', off('projects/123456789012', 'BILLING_DISABLED')],
  ['misconfigured', 'billing that is off in another project', off('projects/9', 'BILLING_DISABLED')],
  ['account_suspended', 'a project that is deleted', off('projects/acme-web', 'CONSUMER_INVALID')],
  [
    'account_suspended',
    'the project itself not found',
    older(404, 'notFound', "The resource 'projects/acme-web' was not found"),
  ],
  [
    'not_found',
    'something in it not found',
    older(404, 'notFound', "The resource 'projects/acme-web/global/firewalls/a' was not found"),
  ],
  ['not_found', 'not found by status alone', modern(404, 'NOT_FOUND')],
  ['not_found', 'a database that is not there', older(403, 'instanceDoesNotExist')],
  ['misconfigured', 'a quota project that may not be used', off('projects/9', 'USER_PROJECT_DENIED')],
  [
    'misconfigured',
    'a token without the scope',
    modern(403, 'PERMISSION_DENIED', { reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }),
  ],
  [
    'organization_denied',
    'a perimeter',
    modern(403, 'PERMISSION_DENIED', { reason: 'SECURITY_POLICY_VIOLATED' }),
  ],
  [
    'access_denied',
    'a denial with a reason',
    modern(403, 'PERMISSION_DENIED', { reason: 'IAM_PERMISSION_DENIED' }),
  ],
  ['access_denied', 'a denial without a reason', modern(403, 'PERMISSION_DENIED')],
  ['access_denied', 'a denial of Compute', older(403, 'forbidden')],
  ['access_denied', 'a denial of SQL', older(403, 'notAuthorized')],
  ['throttled', 'too many calls', modern(429, 'RESOURCE_EXHAUSTED', { reason: 'RATE_LIMIT_EXCEEDED' })],
  ['throttled', 'too many calls of Compute, which says forbidden', older(403, 'rateLimitExceeded')],
  ['throttled', 'too many calls of one user', older(403, 'userRateLimitExceeded')],
  [
    'credentials',
    'a token that has ended',
    modern(401, 'UNAUTHENTICATED', { reason: 'ACCESS_TOKEN_EXPIRED' }),
  ],
  ['credentials', 'no token', older(401, 'required')],
  ['rejected', 'a parameter that is missing', older(400, 'required')],
  ['rejected', 'a request that is wrong', modern(400, 'INVALID_ARGUMENT')],
  ['rejected', 'a state that does not fit', modern(400, 'FAILED_PRECONDITION')],
  ['server_error', 'a service that is down', modern(503, 'UNAVAILABLE')],
  ['server_error', 'a bare 500', new ApiError({ status: 500, body: undefined })],
  ['throttled', 'a bare 429', new ApiError({ status: 429, body: undefined })],
  ['invalid_response', 'the page of an unknown address', new ApiError({ status: 404, body: undefined })],
  ['invalid_response', 'the page of a proxy that denies', new ApiError({ status: 403, body: undefined })],
  ['invalid_response', 'success that is no JSON', new ForeignAnswer('html')],
  ['rejected', 'a redirection', new ApiError({ status: 302, body: { error: {} } })],
  ['timeout', 'a deadline of the service', modern(504, 'DEADLINE_EXCEEDED')],
  ['timeout', 'a deadline of ours', new DOMException('late', 'TimeoutError')],
  ['network', 'a refused connection', system('ECONNREFUSED')],
  [
    'network',
    'several refused connections',
    new TypeError('x', {
      cause: new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
    }),
  ],
  ['network', 'a broken body', system('UND_ERR_SOCKET')],
  ['network', 'a certificate that is not believed', system('SELF_SIGNED_CERT_IN_CHAIN')],
  ['canceled', 'an abort', new DOMException('stop', 'AbortError')],
  [
    'credentials',
    'no credentials at all',
    new Error('Could not load the default credentials. Browse to https://x'),
  ],
  [
    'credentials',
    'a key that is revoked',
    Object.assign(new Error('x'), {
      response: {
        status: 400,
        data: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' },
      },
    }),
  ],
  [
    'server_error',
    'a sign-in that is down',
    Object.assign(new Error('x'), { response: { status: 503, data: { error: 'internal_failure' } } }),
  ],
  ['defect', 'a mistake of ours', new RangeError('x is not a function')],
];

describe('a failure', () => {
  it.each(rows)('is %s: %s', (expected, _name, error) => {
    expect(classifyGcpError(error).class).toBe(expected);
  });

  it('that is one already stays as it is', () => {
    const failure = { class: 'account_mismatch', message: 'another account' } as const;
    expect(classifyGcpError(new OperationError(failure))).toBe(failure);
  });

  it.each([
    [
      'the details',
      modern(403, 'PERMISSION_DENIED', {
        reason: 'IAM_PERMISSION_DENIED',
        metadata: { permission: 'iam.roles.list' },
      }),
      'iam.roles.list',
    ],
    [
      'Compute’s text',
      older(403, 'forbidden', "Required 'compute.firewalls.list' permission for 'projects/acme-web'"),
      'compute.firewalls.list',
    ],
    [
      'Storage’s text',
      older(403, 'forbidden', 'a@b does not have storage.buckets.list access to the Google Cloud project.'),
      'storage.buckets.list',
    ],
    [
      'IAM’s text',
      modern(403, 'PERMISSION_DENIED', {
        message: 'Permission iam.serviceAccounts.list is required to perform this operation',
      }),
      'iam.serviceAccounts.list',
    ],
    [
      'a text with quotes',
      modern(403, 'PERMISSION_DENIED', {
        message: "Permission 'cloudasset.assets.list' denied on resource '//x' (or it may not exist).",
      }),
      'cloudasset.assets.list',
    ],
    [
      'nothing',
      modern(403, 'PERMISSION_DENIED', { message: 'The caller does not have permission' }),
      undefined,
    ],
  ])('names the permission by %s', (_name, error, permission) => {
    expect(classifyGcpError(error).permission).toBe(permission);
  });

  it('says what to switch on where', () => {
    expect(classifyGcpError(off('projects/999900001111'))).toEqual({
      class: 'misconfigured',
      code: 'SERVICE_DISABLED',
      message:
        'Calls are counted for project 999900001111, which is not watched here: switch on compute.googleapis.com and billing there, or name another quota project. SERVICE_DISABLED: no',
    });
  });

  it.each([
    ['what is not there', older(404, 'notFound'), 'NOT_FOUND'],
    ['a reason', older(403, 'forbidden'), 'forbidden'],
    ['a status', modern(503, 'UNAVAILABLE'), 'UNAVAILABLE'],
    ['no word at all', new ApiError({ status: 418, body: { error: { message: 'tea' } } }), 'HTTP_418'],
  ])('has a code for %s', (_name, error, code) => {
    expect(classifyGcpError(error).code).toBe(code);
  });

  it.each([
    ['seconds', { 'retry-after': '7' }, 7_000],
    [
      'a date',
      { 'retry-after': 'Mon, 05 Jan 2026 10:00:30 GMT', date: 'Mon, 05 Jan 2026 10:00:00 GMT' },
      30_000,
    ],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['nothing', {}, undefined],
  ])('waits as Google asks by %s', (_name, headers, expected) => {
    const error = new ApiError({ status: 429, body: { error: { message: 'slow' } }, headers });
    expect(classifyGcpError(error).retryAfterMs).toBe(expected);
  });

  it('waits as the details say', () => {
    const details = [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '3.5s' }];
    const error = new ApiError({ status: 429, body: { error: { message: 'slow', details } } });
    expect(classifyGcpError(error).retryAfterMs).toBe(3_500);
  });
});
