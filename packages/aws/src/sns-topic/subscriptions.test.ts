/** What is kept of a subscription: who, by which protocol, and where to, without what lets others in there. */
import { type JsonObject, type Relation, redactConfig } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { watchContext } from '../test-support/watch-context.ts';
import { readSubscriptions } from './subscriptions.ts';

const topic = 'arn:aws:sns:us-east-1:111122223333:alarms';

async function read(...all: readonly JsonObject[]): Promise<readonly Relation[]> {
  return await readSubscriptions(watchContext(() => ({ Subscriptions: all })).send, topic);
}

async function stored(Protocol: string, Endpoint: string): Promise<JsonObject> {
  const found = await read({ SubscriptionArn: `${topic}:1`, TopicArn: topic, Protocol, Endpoint });
  return redactConfig(found[0]?.value ?? {}, { secret: [], digest: () => 'redacted:key:00' });
}

describe('an endpoint', () => {
  it.each([
    ['email', 'ops@example.com'],
    ['sms', '+15550100'],
    ['sqs', 'arn:aws:sqs:us-east-1:111122223333:q'],
    ['lambda', 'arn:aws:lambda:us-east-1:111122223333:function:f'],
  ])('is kept as it is: %s', async (Protocol, Endpoint) => {
    expect(await stored(Protocol, Endpoint)).toEqual({ Protocol, Endpoint });
  });

  it.each([
    ['https://hooks.example.com', 'https://hooks.example.com'],
    ['https://hooks.example.com/', 'https://hooks.example.com'],
    ['HTTP://Hooks.Example.com:8080/', 'http://hooks.example.com:8080'],
  ])('without a path is kept: %s', async (given, Endpoint) => {
    expect(await stored('https', given)).toEqual({ Protocol: 'https', Endpoint });
  });

  it.each([
    ['a user and a password', 'https://user:word@example.com'],
    ['a user alone', 'https://user@example.com/'],
    ['a token in the path', 'https://example.com/integration/0a1b2c/enqueue'],
    ['a short word in the path', 'https://example.com/on'],
    ['a token in the query', 'https://example.com?t=1'],
    ['what looks like a reference', 'https://arn:aws:x@example.com/arn:aws:sns:us-east-1:1:t'],
    ['a fragment', 'https://example.com/#t'],
  ])('of a webhook keeps its host and no more: %s', async (_name, given) => {
    expect(await stored('https', given)).toEqual({
      Protocol: 'https',
      Endpoint: 'https://example.com',
      EndpointSecret: 'redacted:key:00',
    });
  });

  it('that is no address is a secret as a whole', async () => {
    expect(await stored('https', 'https://:::/x')).toEqual({
      Protocol: 'https',
      Endpoint: '',
      EndpointSecret: 'redacted:key:00',
    });
  });
});

it('what waits for consent or is deleted gets no messages', async () => {
  const found = await read(
    { SubscriptionArn: 'PendingConfirmation', Protocol: 'email', Endpoint: 'a@example.com' },
    { SubscriptionArn: 'Deleted', Protocol: 'email', Endpoint: 'b@example.com' },
    { SubscriptionArn: `${topic}:2`, Protocol: 'email', Endpoint: 'c@example.com' },
  );
  expect(found.map(({ key }) => key)).toEqual([`${topic}:2`]);
});
