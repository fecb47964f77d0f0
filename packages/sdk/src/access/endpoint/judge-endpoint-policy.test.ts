/** Endpoint policies: each key that pins a way out, beside the one that does not. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../json/value.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { around } from '../resource/testing/around.ts';
import { judgeEndpointPolicy } from './judge-endpoint-policy.ts';

const ours = 'o-harbor7pk2';
const owner = '314159265358';
const all = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const deny = (Condition: JsonObject): JsonObject => ({ ...all, Effect: 'Deny', Condition });

function judged(...statements: readonly JsonObject[]) {
  const policy = parsePolicy({ Version: '2012-10-17', Statement: statements }, { principal: 'required' });
  if (policy === undefined) throw new Error('no policy');
  return judgeEndpointPolicy(policy, { around, now: 0 });
}

describe('everything for everyone', () => {
  it.each<[string, JsonObject, string]>([
    ['less nothing', {}, 'open'],
    ['for resources of our organisation', { StringEquals: { 'aws:ResourceOrgID': ours } }, 'none'],
    [
      'for resources of another organisation',
      { StringEquals: { 'aws:ResourceOrgID': 'o-other4zz' } },
      'open',
    ],
    ['for resources of any organisation', { StringLike: { 'aws:ResourceOrgID': 'o-*' } }, 'open'],
    [
      'for resources of our organisation, if it is known',
      { StringEqualsIfExists: { 'aws:ResourceOrgID': ours } },
      'open',
    ],
    ['for resources of all but ours', { StringNotEquals: { 'aws:ResourceOrgID': ours } }, 'open'],
    ['for resources of our account', { StringEquals: { 'aws:ResourceAccount': owner } }, 'none'],
    ['for buckets of our account', { StringEquals: { 's3:ResourceAccount': owner } }, 'none'],
    ['for resources of another account', { StringEquals: { 'aws:ResourceAccount': '271828182845' } }, 'open'],
    [
      "for resources of the caller's own organisation",
      { StringEquals: { 'aws:ResourceOrgID': `\${aws:PrincipalOrgID}` } },
      'open',
    ],
    [
      'for resources in our organisation by path',
      { 'ForAnyValue:StringLike': { 'aws:ResourceOrgPaths': `${ours}/*` } },
      'none',
    ],
    ['for tagged resources', { StringEquals: { 'aws:ResourceTag/quay': '7' } }, 'open'],
    ['for callers of our organisation', { StringEquals: { 'aws:PrincipalOrgID': ours } }, 'own-callers'],
    [
      'for callers of our organisation, if it is known',
      { StringEqualsIfExists: { 'aws:PrincipalOrgID': ours } },
      'open',
    ],
    ['for callers of another organisation', { StringEquals: { 'aws:PrincipalOrgID': 'o-other4zz' } }, 'open'],
    [
      'for one role of ours',
      { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${owner}:role/x` } },
      'own-callers',
    ],
    [
      'for callers and resources of our organisation',
      { StringEquals: { 'aws:PrincipalOrgID': ours, 'aws:ResourceOrgID': ours } },
      'none',
    ],
  ])('%s', (_name, Condition, wayOut) => {
    expect(judged({ ...all, Condition }).wayOut).toBe(wayOut);
  });
});

describe('everything for everyone, less', () => {
  it.each<[string, JsonObject, string]>([
    ['resources that are not ours', deny({ StringNotEquals: { 'aws:ResourceOrgID': ours } }), 'none'],
    ['callers that are not ours', deny({ StringNotEquals: { 'aws:PrincipalOrgID': ours } }), 'own-callers'],
    [
      'strangers on resources of strangers',
      deny({ StringNotEquals: { 'aws:PrincipalOrgID': ours, 'aws:ResourceOrgID': ours } }),
      'open',
    ],
    ['resources of ours', deny({ StringEquals: { 'aws:ResourceOrgID': ours } }), 'open'],
    [
      'all but our account',
      { Effect: 'Deny', NotPrincipal: { AWS: owner }, Action: '*', Resource: '*' },
      'own-callers',
    ],
    ['everything', deny({}), 'none'],
    [
      'resources that are not ours, since a time that is past',
      deny({
        DateGreaterThan: { 'aws:CurrentTime': '1969-07-20T00:00:00Z' },
        StringNotEquals: { 'aws:ResourceOrgID': ours },
      }),
      'none',
    ],
    [
      'resources that are not ours, since a time that is past in seconds',
      deny({
        DateGreaterThan: { 'aws:EpochTime': '-86400' },
        StringNotEquals: { 'aws:ResourceOrgID': ours },
      }),
      'none',
    ],
    [
      'resources that are not ours, from a time to come',
      deny({
        DateGreaterThan: { 'aws:CurrentTime': '1970-07-20T00:00:00Z' },
        StringNotEquals: { 'aws:ResourceOrgID': ours },
      }),
      'open',
    ],
  ])('%s', (_name, denial, wayOut) => {
    expect(judged(all, denial).wayOut).toBe(wayOut);
  });
});

describe('everyone on', () => {
  it.each([
    ['a bucket by name', 'arn:aws:s3:::harbour/*', 'none'],
    ['buckets that begin alike', 'arn:aws:s3:::harbour*', 'open'],
    ['queues of our account', `arn:aws:sqs:*:${owner}:*`, 'none'],
    // Over colons the star may run on to a function that is called as the account.
    ['functions of our account in any region', `arn:aws:lambda:*:${owner}:*`, 'open'],
    ['a bucket, or what is called so in any account', 'arn:aws:s3:*:*:harbour/*', 'open'],
    ['queues of another account', 'arn:aws:sqs:*:271828182845:*', 'open'],
    ['queues of any account', 'arn:aws:sqs:*:*:orders', 'open'],
    ["a bucket of the caller's name", `arn:aws:s3:::\${aws:username}/*`, 'open'],
  ])('%s', (_name, Resource, wayOut) => {
    expect(judged({ ...all, Resource }).wayOut).toBe(wayOut);
  });

  it('all but a bucket', () => {
    const { Resource: _all, ...rest } = all;
    expect(judged({ ...rest, NotResource: 'arn:aws:s3:::harbour/*' }).wayOut).toBe('open');
  });
});

it('no policy is the default one', () => {
  const verdict = judgeEndpointPolicy(undefined, { around, now: 0 });
  expect(verdict).toEqual({
    isDefault: true,
    wayOut: 'open',
    grants: [
      {
        path: '/Statement/0',
        resource: { but: false, patterns: ['*'] },
        callers: 'anybody',
        resources: 'anybody',
      },
    ],
  });
});

it.each<[string, JsonObject, boolean]>([
  ['everything', all, true],
  ['one service', { ...all, Action: 's3:*' }, false],
  ['everything on a condition', { ...all, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, false],
  ['everything for one account', { ...all, Principal: { AWS: owner } }, false],
  ['everything on the endpoint itself', { Effect: 'Allow', Principal: '*', Action: '*' }, true],
  ['everything on every bucket', { ...all, Resource: 'arn:aws:s3:::*' }, false],
  ['all but everything', { Effect: 'Allow', Principal: '*', NotAction: '*', Resource: '*' }, false],
])('%s is the default: %s', (_name, statement, isDefault) => {
  expect(judged(statement).isDefault).toBe(isDefault);
});

it('everything less a Deny is not the default', () => {
  expect(judged(all, deny({ Bool: { 'aws:SecureTransport': 'false' } })).isDefault).toBe(false);
});

it('everything for our own account leads to strangers, but not by strangers', () => {
  expect(judged({ ...all, Principal: { AWS: owner } }).wayOut).toBe('own-callers');
});

it('callers of one statement do not use another', () => {
  const pinned = { ...all, Condition: { StringEquals: { 'aws:ResourceOrgID': ours } } };
  const own = { ...all, Condition: { StringEquals: { 'aws:PrincipalOrgID': ours } } };
  expect(judged(pinned, own).wayOut).toBe('own-callers');
});

it('one statement that pins does not close another', () => {
  const pinned = { ...all, Condition: { StringEquals: { 'aws:ResourceOrgID': ours } } };
  const { wayOut, grants } = judged(pinned, { ...all, Action: 's3:PutObject', Resource: 'arn:aws:s3:::*' });
  expect(wayOut).toBe('open');
  expect(grants.map(({ path, resources }) => [path, resources])).toEqual([
    ['/Statement/0', 'known'],
    ['/Statement/1', 'anybody'],
  ]);
});
