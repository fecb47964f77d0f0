import type { JsonObject } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import plugin from '../index.ts';
import { consoleOrigin } from './console.ts';

const region = 'eu-west-1';
const pages: readonly (readonly [technology: string, config: JsonObject, path: string])[] = [
  ['aws.account', { AccountId: '111122223333' }, '/iam/home#/account_settings'],
  ['aws.ec2-instance', { InstanceId: 'i-0a' }, '/ec2/home?region=eu-west-1#InstanceDetails:instanceId=i-0a'],
  [
    'aws.ec2-network-interface',
    { NetworkInterfaceId: 'eni-0a' },
    '/ec2/home?region=eu-west-1#NIC:networkInterfaceId=eni-0a',
  ],
  ['aws.ec2-security-group', { GroupId: 'sg-0a' }, '/ec2/home?region=eu-west-1#SecurityGroup:groupId=sg-0a'],
  ['aws.iam-group', { GroupName: 'ops' }, '/iam/home#/groups/details/ops'],
  [
    'aws.iam-policy',
    { Arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    '/iam/home#/policies/details/arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FReadOnlyAccess',
  ],
  ['aws.iam-role', { RoleName: 'ci' }, '/iam/home#/roles/details/ci'],
  ['aws.iam-user', { UserName: 'a@b' }, '/iam/home#/users/details/a%40b'],
  ['aws.kms-key', { KeyId: 'mrk-1' }, '/kms/home?region=eu-west-1#/kms/keys/mrk-1'],
  ['aws.lambda-function', { FunctionName: 'f' }, '/lambda/home?region=eu-west-1#/functions/f'],
  ['aws.s3-bucket', { Name: 'logs' }, '/s3/buckets/logs?region=eu-west-1'],
  [
    'aws.sns-topic',
    { TopicArn: 'arn:aws:sns:eu-west-1:111122223333:t' },
    '/sns/v3/home?region=eu-west-1#/topic/arn%3Aaws%3Asns%3Aeu-west-1%3A111122223333%3At',
  ],
  [
    'aws.sqs-queue',
    { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/q' },
    '/sqs/v3/home?region=eu-west-1#/queues/https%3A%2F%2Fsqs.eu-west-1.amazonaws.com%2F111122223333%2Fq',
  ],
];

describe('the page in the console', () => {
  it.each(pages)('of %s', (technology, config, path) => {
    const watcher = plugin.watchers.find(({ id }) => id === technology);
    const item = { identity: 'i', lineage: 'l', name: 'n', region };
    expect(watcher?.consolePath?.(config, item)).toBe(path);
  });

  it('is known for every technology', () => {
    expect(pages.map(([technology]) => technology)).toEqual(plugin.watchers.map(({ id }) => id));
  });

  it.each([
    ['aws', 'https://console.aws.amazon.com'],
    ['aws-cn', 'https://console.amazonaws.cn'],
    ['aws-us-gov', 'https://console.amazonaws-us-gov.com'],
    ['aws-iso', undefined],
  ])('lies, in the partition %s, at %s', (partition, origin) => {
    expect(consoleOrigin({ partition })).toBe(origin);
  });
});
