/** How the simulator answers, call by call: what it knows, and what it refuses. */
import aws from '@security-monkey/aws';
import type { Connection, JsonObject } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { answered } from './answers/answer.ts';
import { classifyDemoError } from './classify.ts';
import { createDemo } from './create-demo.ts';
import { connectionTo, contextsOf, scan } from './test-support/scan.ts';
import { intoSeason, seasonBegin } from './time/moment.ts';
import { production, staging } from './world/organisation.ts';

const time = seasonBegin(1) + intoSeason(1, 'Wed', '12:00');

function sent(connection: Connection, operation: string, input: JsonObject = {}): Promise<unknown> {
  return connection.send({ operation, input, region: 'us-east-1', signal: new AbortController().signal });
}

async function refusal(operation: string, input: JsonObject) {
  const connection = await connectionTo(production, time);
  try {
    return await sent(connection, operation, input);
  } catch (error) {
    const { class: kind, code } = classifyDemoError(error);
    return code === undefined ? [kind] : [kind, code];
  }
}

describe('refuses', () => {
  it.each([
    ['ec2:DescribeUnicorns', {}, ['defect']],
    ['toString', {}, ['defect']],
    ['iam:GetUser', { UserName: 'nobody' }, ['not_found', 'NoSuchEntity']],
    ['iam:GetUser', {}, ['rejected', 'ValidationError']],
    ['iam:ListUsers', { Marker: 'made up' }, ['rejected', 'InvalidToken']],
    ['iam:ListUsers', { Marker: 'from-4000' }, ['rejected', 'InvalidToken']],
    ['iam:ListUsers', { Marker: 7 }, ['rejected', 'InvalidToken']],
    ['s3:GetBucketAcl', { Bucket: 'shop-prod-nothing-data' }, ['not_found', 'NoSuchBucket']],
    ['s3:GetBucketAcl', { Bucket: 'shop-staging-search-data' }, ['not_found', 'NoSuchBucket']],
    ['s3:GetBucketAcl', { Bucket: 'shop-prod-orders-data' }, ['rejected', 'PermanentRedirect']],
    ['s3:GetBucketCors', { Bucket: 'shop-prod-search-data' }, ['not_found', 'NoSuchCORSConfiguration']],
    ['ec2:DescribeInstances', { InstanceIds: ['i-1'] }, ['not_found', 'InvalidInstanceID.NotFound']],
    ['sqs:GetQueueUrl', { QueueName: 'prod-orders-events' }, ['not_found', 'QueueDoesNotExist']],
  ] as const)('%s %j', async (operation, input, expected) => {
    expect(await refusal(operation, input)).toEqual(expected);
  });

  it('a call that was given up', async () => {
    const connection = await connectionTo(production, time);
    const call = { operation: 'iam:ListUsers', input: {}, region: '', signal: AbortSignal.abort() };
    await expect(connection.send(call)).rejects.toSatisfy(
      (error) => classifyDemoError(error).class === 'canceled',
    );
  });

  it.each(['123456789012', '222233334444'])('an account that is not its own: %s', async (number) => {
    await expect(connectionTo(number, time)).rejects.toThrow(
      `${number} is no account of the simulated organisation`,
    );
  });
});

it('a call to no region, or to `global`, goes to the home region', async () => {
  const connection = await connectionTo(production, time);
  const [home, none, global] = await Promise.all(
    ['us-east-1', '', 'global'].map((region) =>
      connection.send({
        operation: 'sqs:ListQueues',
        input: {},
        region,
        signal: new AbortController().signal,
      }),
    ),
  );
  expect([none, global]).toEqual([home, home]);
});

it('answers every operation for which a watcher asks a permission', () => {
  const asked = aws.watchers.flatMap(({ permissions }) => Object.keys(permissions));
  expect(asked.filter((operation) => !answered.has(operation))).toEqual([]);
});

it('confirms what there is', async () => {
  const items = await scan(time);
  const contexts = contextsOf(await connectionTo(production, time));
  const own = items.filter(({ place }) => place.account === production);
  const confirmations = own.map(async (item) => item.watcher.confirm?.(contexts(item.place), item));
  expect((await Promise.allSettled(confirmations)).filter(({ status }) => status === 'rejected')).toEqual([]);
});

it('says of a user that is gone that it is gone', async () => {
  const present = await scan(seasonBegin(1) + intoSeason(8, 'Mon', '12:00'), { technology: 'aws.iam-user' });
  const gone = present.filter(({ name }) => name === 'leo.strand');
  const contexts = contextsOf(await connectionTo(production, time));
  expect(gone).toHaveLength(1);
  await expect(
    Promise.all(gone.map(async (item) => item.watcher.confirm?.(contexts(item.place), item))),
  ).rejects.toMatchObject({ failure: { class: 'not_found', code: 'NoSuchEntity' } });
});

describe('the account type', () => {
  const [type] = createDemo({ seed: 'test' }).accountTypes;
  it.each([
    ['1111-2222-3333', { value: production }],
    [` ${staging} `, { value: staging }],
    ['2222-3333-4444', { value: '222233334444' }],
    [
      '123456789012',
      {
        problem:
          'The demo knows the accounts 111122223333, 444455556666, 777788889999, 222233334444, 999988887777 only',
      },
    ],
  ])('takes %s as it is meant', (text, expected) => {
    expect(type?.identifier.parse(text)).toEqual(expected);
  });

  it('probes an account without a call', async () => {
    const account = { identifier: production, name: 'shop', fields: {} };
    const send = () => Promise.reject(new Error('no call is needed'));
    expect(await type?.probe({ send, account })).toEqual({
      facts: { partition: 'aws', organizationId: 'o-demo4shop9', aliases: ['1a'.repeat(32)] },
      regions: ['us-east-1', 'eu-west-1', 'ap-southeast-2'].map((name) => ({ name, enabled: true })),
      homeRegion: 'us-east-1',
    });
  });
});
