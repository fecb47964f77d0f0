/** Access points: the bucket's rules, with what the door and the bucket add. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../json/value.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { around } from '../resource/testing/around.ts';
import { type AccessPoint, judgeAccessPoint } from './access-point.ts';

const owner = '314159265358';
const foreign = '271828182845';
const arn = `arn:aws:s3:eu-west-3:${owner}:accesspoint/quay`;
const pilot = `arn:aws:iam::${foreign}:role/pilot`;
const get = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };

function policy(...statements: readonly JsonObject[]) {
  const parsed = parsePolicy({ Version: '2012-10-17', Statement: statements }, { principal: 'required' });
  if (parsed === undefined) throw new Error('no policy');
  return parsed;
}

function when(condition: JsonObject, more: JsonObject = {}): JsonObject {
  return { ...get, Condition: condition, ...more };
}

/** As a bucket leaves the decision to the access points of an account. */
const delegating = policy(when({ StringEquals: { 's3:DataAccessPointAccount': owner } }, { Action: 's3:*' }));

const open: AccessPoint = {
  arn,
  policy: policy(get),
  vpc: undefined,
  blocks: [],
  bucketPolicy: delegating,
  around,
  now: 0,
};

function judged(changes: Partial<AccessPoint>) {
  const { isPublic, isExternal, classes, because } = judgeAccessPoint({ ...open, ...changes });
  return { isPublic, isExternal, classes, because };
}

const everyone = { isPublic: true, isExternal: true, classes: ['internet'], because: [] };
const nobody = { isPublic: false, isExternal: false, classes: [], because: [] };
const restrict = { RestrictPublicBuckets: true };
const leave = { RestrictPublicBuckets: false };

describe('an access point open to everyone', () => {
  it.each<[string, Partial<AccessPoint>, object]>([
    ['of a bucket that leaves it to its access points', {}, everyone],
    [
      'of a bucket that leaves it to those of another account',
      { bucketPolicy: policy(when({ StringEquals: { 's3:DataAccessPointAccount': foreign } })) },
      { ...nobody, because: ['bucket-policy'] },
    ],
    [
      'of a bucket that leaves it to one of another name',
      { bucketPolicy: policy(when({ ArnLike: { 's3:DataAccessPointArn': `${arn}-inner` } })) },
      { ...nobody, because: ['bucket-policy'] },
    ],
    [
      'of a bucket that leaves it to those inside a VPC',
      { bucketPolicy: policy(when({ StringEquals: { 's3:AccessPointNetworkOrigin': 'VPC' } })) },
      { ...nobody, because: ['bucket-policy'] },
    ],
    ['of a bucket without a policy', { bucketPolicy: policy() }, { ...nobody, because: ['bucket-policy'] }],
    [
      'of a bucket that allows other actions only',
      { bucketPolicy: policy({ ...get, Action: 's3:PutObject' }) },
      { ...nobody, because: ['bucket-policy'] },
    ],
    [
      'of a bucket that names one foreign account',
      { bucketPolicy: policy({ ...get, Principal: { AWS: foreign } }) },
      { isPublic: false, isExternal: true, classes: ['unknown-account'], because: ['bucket-policy'] },
    ],
    [
      'of a bucket that denies what does not come through access points of its account',
      {
        bucketPolicy: policy(get, {
          ...when({ StringNotEquals: { 's3:DataAccessPointAccount': owner } }),
          Effect: 'Deny',
        }),
      },
      everyone,
    ],
    [
      'of a bucket that denies what comes through access points',
      {
        bucketPolicy: policy(get, { ...when({ ArnLike: { 's3:DataAccessPointArn': arn } }), Effect: 'Deny' }),
      },
      { ...nobody, because: ['bucket-policy'] },
    ],
    [
      'of a bucket that is not known',
      { bucketPolicy: undefined },
      { ...everyone, because: ['bucket-policy-unknown'] },
    ],
    ['with every block off', { blocks: [leave, leave, leave] }, everyone],
    [
      'with the block of the bucket on',
      { blocks: [leave, restrict, leave] },
      { ...nobody, because: ['public-access-block'] },
    ],
    [
      'with the block of the account on',
      { blocks: [leave, leave, restrict] },
      { ...nobody, because: ['public-access-block'] },
    ],
    ['for a VPC only', { vpc: 'vpc-1' }, { ...nobody, because: ['vpc-origin'] }],
    [
      'for a VPC only, of a bucket that leaves it to those inside a VPC',
      {
        policy: policy({ ...get, Principal: { AWS: foreign } }),
        vpc: 'vpc-1',
        bucketPolicy: policy(when({ StringEquals: { 's3:AccessPointNetworkOrigin': 'VPC' } })),
      },
      { isPublic: false, isExternal: true, classes: ['unknown-account'], because: ['vpc-origin'] },
    ],
    [
      'for a VPC that is not trusted',
      { vpc: 'vpc-1', around: { ...around, trustedVpcs: new Set() } },
      { ...nobody, isExternal: true, because: ['vpc-origin'] },
    ],
  ])('%s', (_name, changes, expected) => {
    expect(judged(changes)).toEqual(expected);
  });
});

describe('an access point whose policy', () => {
  it.each<[string, Partial<AccessPoint>, object]>([
    [
      'is held to its own account',
      { policy: policy(when({ StringEquals: { 'aws:PrincipalAccount': owner } })) },
      { ...nobody, classes: ['same-account'] },
    ],
    [
      'is held to access points, which it is one of',
      {
        policy: policy(when({ ArnLike: { 's3:DataAccessPointArn': `arn:aws:s3:*:${owner}:accesspoint/*` } })),
      },
      everyone,
    ],
    [
      'is held to access points, with a block on',
      {
        policy: policy(when({ ArnLike: { 's3:DataAccessPointArn': `arn:aws:s3:*:${owner}:accesspoint/*` } })),
        blocks: [restrict],
      },
      { ...nobody, because: ['public-access-block'] },
    ],
    [
      'names a foreign account, with every block on',
      { policy: policy({ ...get, Principal: { AWS: foreign } }), blocks: [restrict, restrict] },
      { isPublic: false, isExternal: true, classes: ['unknown-account'], because: [] },
    ],
    [
      'names a foreign account beside everyone, with a block on',
      { policy: policy(get, { ...get, Principal: { AWS: [foreign, owner] } }), blocks: [restrict] },
      { ...nobody, classes: ['same-account'], because: ['public-access-block'] },
    ],
    [
      'names a foreign account, for a VPC only',
      { policy: policy({ ...get, Principal: { AWS: foreign } }), vpc: 'vpc-1', blocks: [restrict] },
      { isPublic: false, isExternal: true, classes: ['unknown-account'], because: ['vpc-origin'] },
    ],
    [
      'is held to a network, of a bucket that names a foreign account',
      {
        policy: policy(when({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })),
        bucketPolicy: policy({ ...get, Principal: { AWS: foreign } }),
      },
      { isPublic: false, isExternal: true, classes: ['unknown-account'], because: ['bucket-policy'] },
    ],
    [
      'names a foreign account, of a bucket that names another',
      {
        policy: policy({ ...get, Principal: { AWS: foreign } }),
        bucketPolicy: policy({ ...get, Principal: { AWS: '161803398874' } }),
      },
      { ...nobody, because: ['bucket-policy'] },
    ],
    [
      'names a foreign account, of a bucket that is held to ours',
      {
        policy: policy({ ...get, Principal: { AWS: foreign } }),
        bucketPolicy: policy(when({ StringEquals: { 'aws:PrincipalOrgID': 'o-harbor7pk2' } })),
      },
      { isPublic: false, isExternal: false, classes: ['friendly'], because: ['bucket-policy'] },
    ],
    [
      'names a foreign account, of a bucket that is public, with a block on',
      {
        policy: policy({ ...get, Principal: { AWS: foreign } }),
        bucketPolicy: policy(get),
        blocks: [restrict],
      },
      { ...nobody, because: ['public-access-block'] },
    ],
    [
      'names a foreign account, of a bucket that names a canonical user, who may be that account',
      {
        policy: policy({ ...get, Principal: { AWS: foreign } }),
        bucketPolicy: policy({ ...get, Principal: { CanonicalUser: 'deadbeef02' } }),
      },
      { isPublic: false, isExternal: true, classes: ['unknown-account'], because: [] },
    ],
    [
      'names a foreign account, of a bucket that names a trusted role of it',
      {
        policy: policy({ ...get, Principal: { AWS: foreign } }),
        bucketPolicy: policy({ ...get, Principal: { AWS: pilot } }),
        around: { ...around, trustedPrincipalPatterns: [pilot] },
      },
      { isPublic: false, isExternal: false, classes: ['friendly'], because: ['bucket-policy'] },
    ],
    [
      'names a trusted role, of a bucket that names its foreign account',
      {
        policy: policy({ ...get, Principal: { AWS: pilot } }),
        bucketPolicy: policy({ ...get, Principal: { AWS: foreign } }),
        around: { ...around, trustedPrincipalPatterns: [pilot] },
      },
      { isPublic: false, isExternal: false, classes: ['friendly'], because: [] },
    ],
    [
      'is held to the door by an operator that nobody knows',
      { policy: policy(when({ StringSeems: { 's3:DataAccessPointAccount': foreign } })) },
      everyone,
    ],
    [
      'is held to the door by a value that cannot be read',
      { policy: policy(when({ StringEquals: { 's3:DataAccessPointAccount': {} } })) },
      everyone,
    ],
    [
      'is held to the door by a variable',
      { policy: policy(when({ StringEquals: { 's3:DataAccessPointAccount': `\${aws:PrincipalAccount}` } })) },
      everyone,
    ],
    [
      'is for another VPC than its own',
      {
        policy: policy(when({ StringEquals: { 'aws:SourceVpc': 'vpc-2' } }, { Principal: { AWS: foreign } })),
        vpc: 'vpc-1',
      },
      { ...nobody, because: ['vpc-origin'] },
    ],
    [
      'has a Deny with a variable that nobody can settle',
      {
        policy: policy(get, {
          ...when({ StringEquals: { 's3:DataAccessPointAccount': `\${aws:PrincipalAccount}` } }),
          Effect: 'Deny',
        }),
      },
      everyone,
    ],
  ])('%s', (_name, changes, expected) => {
    expect(judged(changes)).toEqual(expected);
  });
});
