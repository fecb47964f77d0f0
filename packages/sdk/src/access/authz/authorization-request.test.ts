/** Questions that cannot be read are not answered. */
import { describe, expect, it, test } from 'vitest';
import { judge } from '../judge.ts';

const account = '414141414141';
const resource = { resource: `arn:aws:sqs:eu-west-3:${account}:paper`, accountId: account };
const request = { action: 'sqs:SendMessage', resource, principal: `arn:aws:iam::${account}:user/nora` };
const allow = { Statement: { Effect: 'Allow', Action: 'sqs:*', Resource: '*' } };

describe('only malformed is said', () => {
  test.each([
    ['no request', { identityPolicies: [allow] }],
    ['no action', { request: { ...request, action: undefined } }],
    ['an action without a service', { request: { ...request, action: 'SendMessage' } }],
    ['no resource', { request: { ...request, resource: undefined } }],
    ['no resource in the resource', { request: { ...request, resource: { accountId: account } } }],
    ['no principal', { request: { ...request, principal: null } }],
    ['a principal of no known form', { request: { ...request, principal: 'nora' } }],
    ['a group as principal', { request: { ...request, principal: `arn:aws:iam::${account}:group/ops` } }],
    ['an account id that is a number', { request: { ...request, resource: { ...resource, accountId: 41 } } }],
    ['an identity policy that is no JSON', { request, identityPolicies: ['{'] }],
    ['a resource policy that is a number', { request, resourcePolicy: 7 }],
    ['a boundary that is a number', { request, permissionBoundaries: 7 }],
    ['a session policy that is a list of numbers', { request, sessionPolicy: [7] }],
    ['levels without policies objects', { request, serviceControlPolicies: [allow, 7] }],
    ['resource levels that are text', { request, resourceControlPolicies: ['x'] }],
    ['an endpoint policy that is no JSON', { request, endpointPolicies: 'x' }],
  ])('%s', (_name, input) => {
    expect(Object.keys(judge('aws-authz', input))).toEqual(['malformed']);
  });
});

describe('what is broken is named beside the answer', () => {
  it('a key of the context', () => {
    const input = { request: { ...request, context: { a: {} } }, identityPolicies: [allow] };
    expect(judge('aws-authz', input)).toEqual({
      result: 'Allowed',
      by: [],
      malformed: ['request.context: a is no text'],
    });
  });

  it('a statement', () => {
    const input = { request, identityPolicies: [allow, { Statement: { Effect: 'Deny' } }] };
    expect(judge('aws-authz', input)).toEqual({
      result: 'Allowed',
      by: [],
      malformed: ['/Statement/0: names no action'],
    });
  });
});

test('the layers that decide are named', () => {
  const level = { orgIdentifier: 'r-1', policies: [{ Statement: [] }] };
  const input = { request, permissionBoundaries: [{ Statement: [] }], serviceControlPolicies: [level] };
  expect(judge('aws-authz', input)).toEqual({
    result: 'ImplicitlyDenied',
    by: ['boundaries', 'identity', 'serviceControl'],
  });
});

test('who owns a resource is read from its ARN when nobody says it', () => {
  const owned = { ...request, resource: { resource: resource.resource } };
  expect(judge('aws-authz', { request: owned, identityPolicies: [allow] })['result']).toBe('Allowed');
  const bucket = { ...request, resource: { resource: 'arn:aws:s3:::mill-rolls' } };
  expect(Object.keys(judge('aws-authz', { request: bucket }))).toEqual(['malformed']);
});
