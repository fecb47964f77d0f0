/** ARNs as the services really write them. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatArn, parseArn } from './arn.ts';

test.each<[string, string | undefined, string]>([
  ['arn:aws:s3:::bucket', undefined, 'bucket'],
  ['arn:aws:s3:::bucket/key/with:colon', undefined, 'bucket/key/with:colon'],
  ['arn:aws:s3:eu-west-1:123456789012:accesspoint/ap', 'accesspoint', 'ap'],
  ['arn:aws:iam::123456789012:root', undefined, 'root'],
  ['arn:aws:iam::123456789012:role/path/to/name', 'role', 'path/to/name'],
  ['arn:aws:iam::aws:policy/AdministratorAccess', 'policy', 'AdministratorAccess'],
  ['arn:aws:sts::123456789012:assumed-role/r/s', 'assumed-role', 'r/s'],
  ['arn:aws:lambda:eu-west-1:123456789012:function:f:alias', 'function', 'f:alias'],
  ['arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/f:*', 'log-group', '/aws/lambda/f:*'],
  ['arn:aws:ec2:eu-west-1:123456789012:security-group/sg-1', 'security-group', 'sg-1'],
  ['arn:aws:sns:eu-west-1:123456789012:topic:1234abcd', undefined, 'topic:1234abcd'],
  ['arn:aws:sqs:eu-west-1:123456789012:queue', undefined, 'queue'],
  ['arn:aws:dynamodb:eu-west-1:123456789012:table/t/index/i', 'table', 't/index/i'],
  ['arn:aws:apigateway:eu-west-1::/restapis/abc/stages/x', 'restapis', 'abc/stages/x'],
  ['arn:aws:execute-api:eu-west-1:123456789012:abc/*/GET/a', undefined, 'abc/*/GET/a'],
  ['arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/n/1a', 'loadbalancer', 'app/n/1a'],
  ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:a/b-AbCdEf', 'secret', 'a/b-AbCdEf'],
  ['arn:aws:cloudfront::123456789012:distribution/E1', 'distribution', 'E1'],
  ['arn:aws-cn:s3:::bucket', undefined, 'bucket'],
  ['arn:aws-us-gov:iam::123456789012:user/u', 'user', 'u'],
  ['arn:*:s3:::*', undefined, '*'],
  ['arn:aws:kms:eu-west-1:123456789012:alias/aws/s3', 'alias', 'aws/s3'],
])('%s', (text, resourceType, resourceId) => {
  const arn = parseArn(text);
  expect([arn?.resourceType, arn?.resourceId]).toEqual([resourceType, resourceId]);
  expect(arn && formatArn(arn)).toBe(text);
});

test('names its parts', () => {
  expect(parseArn('arn:aws-cn:iam:r:123456789012:role/a/b')).toEqual({
    partition: 'aws-cn',
    service: 'iam',
    region: 'r',
    account: '123456789012',
    resource: 'role/a/b',
    resourceType: 'role',
    resourceId: 'a/b',
  });
});

test.each([
  '',
  '*',
  'arn',
  'arn:',
  'arn:aws:s3',
  'arn:aws:s3:::',
  'arn::s3:::b',
  'arn:aws::::b',
  'ARN:aws:s3:::b',
  'urn:aws:s3:::b',
  'x arn:aws:s3:::b',
])('%j is none', (text) => {
  expect(parseArn(text)).toBeUndefined();
});

test('formatting gives back whatever was parsed', () => {
  const part = fc.stringMatching(/^[a-z0-9-]{0,12}$/);
  const arn = fc
    .tuple(part, part, part, part, fc.stringMatching(/^[a-zA-Z0-9:/*._-]{0,30}$/))
    .map((parts) => `arn:${parts.join(':')}`);
  fc.assert(
    fc.property(arn, (text) => {
      const parsed = parseArn(text);
      if (parsed === undefined) return;
      expect(formatArn(parsed)).toBe(text);
      expect(parsed.resource.endsWith(parsed.resourceId)).toBe(true);
    }),
    { seed: 11, numRuns: 1000 },
  );
});
