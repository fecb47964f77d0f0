/** What refusals mean. */
import { type FailureClass, OperationError } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { aws } from './aws.ts';
import { classifyAwsError } from './classify.ts';

/** An error as the AWS SDK throws it. */
function refusal(name: string, status: number, message = 'no'): Error {
  return Object.assign(new Error(message), {
    name,
    $metadata: { httpStatusCode: status },
    $response: { statusCode: status, headers: {} },
  });
}

function system(code: string, message = code): Error {
  return Object.assign(new Error(message), { code });
}

const rows: readonly (readonly [FailureClass, string, unknown])[] = [
  ['access_denied', 'AccessDenied', refusal('AccessDenied', 403)],
  ['access_denied', 'AccessDeniedException', refusal('AccessDeniedException', 400)],
  ['access_denied', 'UnauthorizedOperation', refusal('UnauthorizedOperation', 403)],
  ['access_denied', 'a bare 403', refusal('Unknown', 403, 'UnknownError')],
  [
    'organization_denied',
    'a denial by a service control policy',
    refusal('AccessDenied', 403, 'x is not authorized with an explicit deny in a service control policy'),
  ],
  [
    'organization_denied',
    'no service control policy that allows',
    refusal('UnauthorizedOperation', 403, 'because no service control policy allows the ec2:X action'),
  ],
  [
    'organization_denied',
    'a resource control policy',
    refusal('AccessDenied', 403, 'with an explicit deny in a resource control policy'),
  ],
  ['access_denied', 'a boundary', refusal('AccessDenied', 403, 'no permissions boundary allows the action')],
  ['credentials', 'ExpiredToken', refusal('ExpiredToken', 400)],
  ['credentials', 'ExpiredTokenException', refusal('ExpiredTokenException', 403)],
  ['credentials', 'InvalidClientTokenId', refusal('InvalidClientTokenId', 403)],
  ['credentials', 'SignatureDoesNotMatch', refusal('SignatureDoesNotMatch', 403)],
  ['credentials', 'AuthFailure', refusal('AuthFailure', 401)],
  [
    'credentials',
    'no credentials at all',
    Object.assign(new Error('none'), { name: 'CredentialsProviderError' }),
  ],
  ['throttled', 'Throttling', refusal('Throttling', 400)],
  ['throttled', 'ThrottlingException', refusal('ThrottlingException', 400)],
  ['throttled', 'RequestLimitExceeded', refusal('RequestLimitExceeded', 503)],
  ['throttled', 'SlowDown', refusal('SlowDown', 503)],
  ['throttled', 'TooManyRequestsException', refusal('TooManyRequestsException', 429)],
  ['throttled', 'a bare 429', refusal('Unknown', 429)],
  ['region_disabled', 'OptInRequired', refusal('OptInRequired', 403)],
  ['account_suspended', 'AccountProblem', refusal('AccountProblem', 403)],
  ['api_disabled', 'SubscriptionRequiredException', refusal('SubscriptionRequiredException', 400)],
  ['not_found', 'NoSuchBucket', refusal('NoSuchBucket', 404)],
  ['not_found', 'InvalidGroup.NotFound', refusal('InvalidGroup.NotFound', 400)],
  ['not_found', 'an answer to HEAD', refusal('NotFound', 404, 'UnknownError')],
  ['server_error', 'InternalError', refusal('InternalError', 500)],
  ['server_error', 'a bare 503', refusal('Unknown', 503)],
  [
    'server_error',
    'a page of 500 that is no XML',
    refusal('Error', 500, '@aws-sdk XML parse error: mismatched tags\n  Deserialization error: to see'),
  ],
  ['invalid_response', 'a page of 404', refusal('Error', 404, '<!doctype html>\n  Deserialization error')],
  ['invalid_response', 'an answer that is not from AWS', refusal('ForeignAnswer', 200)],
  ['rejected', 'InvalidParameterValue', refusal('InvalidParameterValue', 400)],
  ['rejected', 'PermanentRedirect', refusal('PermanentRedirect', 301)],
  ['network', 'a refused connection', system('ECONNREFUSED')],
  ['network', 'an expired certificate', system('CERT_HAS_EXPIRED')],
  ['network', 'the certificate of a proxy', system('SELF_SIGNED_CERT_IN_CHAIN')],
  ['network', 'a certificate of its own', system('DEPTH_ZERO_SELF_SIGNED_CERT')],
  ['network', 'an unknown issuer', system('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')],
  ['network', 'plain HTTP where TLS was wanted', system('ERR_SSL_WRONG_VERSION_NUMBER')],
  ['network', 'a network that is down', system('ENETDOWN')],
  ['network', 'an unknown host', system('ENOTFOUND')],
  ['network', 'several refused connections', new AggregateError([system('ECONNREFUSED')], '')],
  ['network', 'a connection refused inside', new TypeError('fetch failed', { cause: system('ECONNRESET') })],
  [
    'network',
    'a broken body',
    Object.assign(refusal('Error', 200, 'aborted\n  Deserialization error'), { code: 'ECONNRESET' }),
  ],
  ['network', 'a hang-up', new Error('socket hang up')],
  ['timeout', 'a deadline', new DOMException('late', 'TimeoutError')],
  ['timeout', 'a silent peer', system('ETIMEDOUT')],
  ['timeout', 'RequestTimeout', refusal('RequestTimeout', 400)],
  ['canceled', 'an abort', new DOMException('stop', 'AbortError')],
  ['defect', 'a mistake of ours', new TypeError('x is not a function')],
  ['defect', 'no error at all', 'oops'],
];

describe('a failure', () => {
  it.each(rows)('is %s: %s', (expected, _name, error) => {
    expect(classifyAwsError(error).class).toBe(expected);
  });

  it('that is one already stays as it is', () => {
    const failure = { class: 'account_mismatch', message: 'another account' } as const;
    expect(classifyAwsError(new OperationError(failure))).toBe(failure);
  });

  it('has the code and one line', () => {
    const message = 'Not allowed. Encoded authorization failure message: abc123\nmore';
    expect(classifyAwsError(refusal('UnauthorizedOperation', 403, message))).toEqual({
      class: 'access_denied',
      code: 'UnauthorizedOperation',
      message: 'UnauthorizedOperation: Not allowed.',
    });
  });

  it.each([
    ['seconds', { 'retry-after': '7' }, 7000],
    [
      'a date',
      { 'retry-after': 'Mon, 05 Jan 2026 10:00:30 GMT', date: 'Mon, 05 Jan 2026 10:00:00 GMT' },
      30_000,
    ],
    [
      'a date in the past',
      { 'retry-after': 'Mon, 05 Jan 2026 09:00:00 GMT', date: 'Mon, 05 Jan 2026 10:00:00 GMT' },
      0,
    ],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['nothing', {}, undefined],
  ])('waits as the provider asks by %s', (_name, headers, expected) => {
    expect(
      classifyAwsError(Object.assign(refusal('SlowDown', 503), { $response: { headers } })).retryAfterMs,
    ).toBe(expected);
  });
});

describe('the budget of a call', () => {
  it.each([
    ['s3:GetBucketAcl', 'aws/111122223333/eu-west-1/s3'],
    ['ec2:DescribeRegions', 'aws/111122223333/eu-west-1/ec2'],
    ['sts:GetCallerIdentity', 'aws/caller/sts'],
    ['organizations:DescribeOrganization', 'aws/caller/organizations'],
  ])('%s counts against %s', (operation, expected) => {
    expect(aws.budgetKey({ account: '111122223333', region: 'eu-west-1', operation })).toBe(expected);
  });
});
