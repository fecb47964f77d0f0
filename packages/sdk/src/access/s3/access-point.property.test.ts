/** Laws of access points, and a naive second reading that must find nobody whom the judge denies. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsePolicy } from '../policy/parse-policy.ts';
import { around } from '../resource/testing/around.ts';
import { isAllowed } from '../resource/testing/brute-force.ts';
import { rekeyed } from '../resource/testing/rekeyed.ts';
import { type MadeStatement, owner, written } from '../resource/testing/some-policies.ts';
import { requestsOfStrangers } from '../resource/testing/strangers.ts';
import { type AccessPoint, judgeAccessPoint } from './access-point.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const arn = `arn:aws:s3:eu-west-3:${owner}:accesspoint/quay`;

const door = { 's3:dataaccesspointarn': [arn], 's3:dataaccesspointaccount': [owner] };
const requests = requestsOfStrangers(now).map((request) => ({
  ...request,
  context: { ...request.context, ...door },
}));

const policies = rekeyed(
  new Map([
    ['aws:PrincipalAccount', 's3:DataAccessPointAccount'],
    ['aws:PrincipalArn', 's3:DataAccessPointArn'],
  ]),
);

function read(made: readonly MadeStatement[]) {
  const policy = parsePolicy(written(made), { principal: 'required' });
  if (policy === undefined) throw new Error('no policy');
  return policy;
}

function pointWith(policy: AccessPoint['policy'], bucketPolicy: AccessPoint['bucketPolicy']): AccessPoint {
  return { arn, policy, vpc: undefined, blocks: [], bucketPolicy, around, now };
}

it('whatever a stranger can do through an access point is called public', () => {
  let tried = 0;
  const law = fc.property(policies, policies, (own, ofBucket) => {
    fc.pre(requests.some((request) => isAllowed(own, request) && isAllowed(ofBucket, request)));
    tried += 1;
    const { isPublic, isExternal } = judgeAccessPoint(pointWith(read(own), read(ofBucket)));
    return isPublic && isExternal;
  });
  expect(fc.check(law, { seed: 16_180, numRuns: 500 }).failed).toBe(false);
  expect(tried).toBeGreaterThan(250);
});

it('a bucket, a VPC or a block never opens what was closed', () => {
  const law = fc.property(policies, policies, (own, ofBucket) => {
    const point = pointWith(read(own), read(ofBucket));
    const { isPublic } = judgeAccessPoint(point);
    const alone = judgeAccessPoint({ ...point, bucketPolicy: undefined });
    const inside = judgeAccessPoint({ ...point, vpc: 'vpc-1' });
    const blocked = judgeAccessPoint({ ...point, blocks: [{ RestrictPublicBuckets: true }] });
    return (alone.isPublic || !isPublic) && (isPublic || !blocked.isPublic) && !inside.isPublic;
  });
  expect(fc.check(law, { seed: 16_181, numRuns: 1_000 }).failed).toBe(false);
});
