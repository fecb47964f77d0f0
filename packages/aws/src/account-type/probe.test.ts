/** What is found out about an account. */
import { type JsonObject, OperationError, type Send } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { awsFields } from './fields.ts';
import { probeAws } from './probe.ts';

const denied = (operation: string) =>
  new OperationError({ class: 'access_denied', code: 'AccessDenied', message: 'no', operation });

const answers: Readonly<Record<string, JsonObject>> = {
  'sts:GetCallerIdentity': { Account: '111122223333', Arn: 'arn:aws-cn:sts::111122223333:assumed-role/r/s' },
  'ec2:DescribeRegions': {
    Regions: [
      { RegionName: 'cn-northwest-1', OptInStatus: 'opted-in' },
      { RegionName: 'cn-north-1', OptInStatus: 'opt-in-not-required' },
      { RegionName: 'cn-new-1', OptInStatus: 'not-opted-in' },
    ],
  },
  'organizations:DescribeOrganization': { Organization: { Id: 'o-abcdefghij' } },
  's3:ListBuckets': { Buckets: [], Owner: { ID: 'c'.repeat(64) } },
};

async function probe(changed: Readonly<Record<string, JsonObject | Error>> = {}, fields: object = {}) {
  const calls: string[] = [];
  const send: Send = async (operation, _input, options) => {
    calls.push(`${operation} ${options?.region ?? 'anywhere'}`);
    const answer = changed[operation] ?? answers[operation];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const account = { identifier: '111122223333', name: 'prod', fields: awsFields.parse(fields) };
  return { calls, probe: await probeAws({ send, account }) };
}

const regions = [
  { name: 'cn-new-1', enabled: false },
  { name: 'cn-north-1', enabled: true },
  { name: 'cn-northwest-1', enabled: true },
];

describe('a probe', () => {
  it('finds partition, regions, organization and canonical id, asking the home region', async () => {
    const found = await probe();
    expect(found.probe).toEqual({
      facts: { partition: 'aws-cn', organizationId: 'o-abcdefghij', aliases: ['c'.repeat(64)] },
      regions,
      homeRegion: 'cn-north-1',
    });
    expect(found.calls).toEqual([
      'sts:GetCallerIdentity anywhere',
      'ec2:DescribeRegions cn-north-1',
      'organizations:DescribeOrganization cn-north-1',
      's3:ListBuckets cn-north-1',
    ]);
  });

  it('does not ask for what is configured', async () => {
    const canonicalId = 'd'.repeat(64);
    const found = await probe({}, { canonicalId, organizationId: 'o-configured1' });
    expect(found.probe.facts).toEqual({
      partition: 'aws-cn',
      organizationId: 'o-configured1',
      aliases: [canonicalId],
    });
    expect(found.calls.length).toBe(2);
  });

  it('knows that an account is in no organization', async () => {
    const failure = { class: 'rejected', code: 'AWSOrganizationsNotInUseException', message: 'no' } as const;
    const found = await probe({ 'organizations:DescribeOrganization': new OperationError(failure) });
    expect(found.probe.facts).toEqual({ partition: 'aws-cn', aliases: ['c'.repeat(64)] });
  });

  it('says which facts could not be read', async () => {
    const [organization, buckets] = [denied('organizations:DescribeOrganization'), denied('s3:ListBuckets')];
    const found = await probe({
      'organizations:DescribeOrganization': organization,
      's3:ListBuckets': buckets,
    });
    expect(found.probe.facts).toEqual({
      partition: 'aws-cn',
      unreadable: [organization.failure, buckets.failure],
    });
  });

  it.each([
    [
      'another account',
      { 'sts:GetCallerIdentity': { Account: '999988887777', Arn: 'arn:aws:iam::999988887777:root' } },
      'account_mismatch',
    ],
    [
      'a partition that is not supported',
      { 'sts:GetCallerIdentity': { Account: '111122223333', Arn: 'arn:aws-iso:iam::111122223333:root' } },
      'rejected',
    ],
    ['an answer without regions', { 'ec2:DescribeRegions': {} }, 'invalid_response'],
    ['an empty list of regions', { 'ec2:DescribeRegions': { Regions: [] } }, 'invalid_response'],
    ['regions denied', { 'ec2:DescribeRegions': denied('ec2:DescribeRegions') }, 'access_denied'],
  ])('is refused: %s', async (_name, changed, expected) => {
    await expect(probe(changed)).rejects.toMatchObject({ failure: { class: expected } });
  });
});
