/** What becomes of the attributes of a queue, and which queue a name means. */
import { type JsonObject, OperationError } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { watchContext } from '../test-support/watch-context.ts';
import { attributeConfig } from './attributes.ts';
import { sqsQueue } from './watcher.ts';

const fixed = { QueueArn: 'arn:aws:sqs:us-east-1:111122223333:orders', CreatedTimestamp: '1709283600' };

describe('the policy of a queue', () => {
  it.each<[string, JsonObject, JsonObject]>([
    ['none', {}, { Policy: null }],
    ['an empty text, which is none', { Policy: '' }, { Policy: null }],
    ['one', { Policy: '{"Statement":[]}' }, { Policy: { Statement: [] } }],
  ])('is read: %s', async (_name, given, expected) => {
    const { value, unreadable } = await attributeConfig({ ...fixed, ...given });
    expect({ value, unreadable }).toEqual({ value: { ...fixed, ...expected }, unreadable: [] });
  });

  it('is unreadable when it is cut off, and nothing else is', async () => {
    const { value, unreadable } = await attributeConfig({
      ...fixed,
      Policy: '{"Statement":[{',
      RedrivePolicy: '{"maxReceiveCount":"3","deadLetterTargetArn":"arn"}',
    });
    expect(value).toEqual({
      ...fixed,
      RedrivePolicy: { maxReceiveCount: '3', deadLetterTargetArn: 'arn' },
    });
    expect(unreadable.map(({ path, class: kind }) => [path, kind])).toEqual([
      ['/Attributes/Policy', 'invalid_response'],
    ]);
  });
});

it.each(['', '{"a":', '[1]', 'plain'])(
  'a redrive policy that is no object stays as it is: %j',
  async (text) => {
    const { value } = await attributeConfig({ ...fixed, RedrivePolicy: text });
    expect(value).toEqual({ ...fixed, Policy: null, RedrivePolicy: text });
  },
);

describe('a queue that a listing lacks', () => {
  const item = {
    identity: `${fixed.QueueArn} 1709283600`,
    lineage: fixed.QueueArn,
    name: 'orders',
    region: 'us-east-1',
  };
  const confirm = (CreatedTimestamp: string) =>
    sqsQueue.confirm?.(
      watchContext((operation) =>
        operation === 'sqs:GetQueueUrl'
          ? { QueueUrl: 'https://sqs/orders' }
          : { Attributes: { ...fixed, CreatedTimestamp } },
      ),
      item,
    );

  it('is there when its name means a queue of the same age', async () => {
    await expect(confirm('1709283600')).resolves.toBeUndefined();
  });

  it('is gone when its name means a younger one', async () => {
    await expect(confirm('1709290000')).rejects.toMatchObject({ failure: { code: 'QueueDoesNotExist' } });
  });

  it('is gone by the code of the older protocol', () => {
    expect(sqsQueue.gone).toContain('AWS.SimpleQueueService.NonExistentQueue');
  });
});

it('a listing of a region without queues is whole', async () => {
  const pages: unknown[] = [];
  for await (const page of sqsQueue.list(watchContext(() => ({})))) pages.push(page);
  expect(pages).toEqual([[]]);
});

it('a listing that fails on its second page says so', async () => {
  const listing = sqsQueue.list(
    watchContext((_operation, { NextToken }) => {
      if (NextToken === undefined) return { QueueUrls: ['https://sqs/a'], NextToken: 'n' };
      throw new OperationError({ class: 'server_error', message: 'broken' });
    }),
  );
  await expect(Array.fromAsync(listing)).rejects.toThrow('broken');
});
