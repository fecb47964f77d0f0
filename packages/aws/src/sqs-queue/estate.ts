/** Two queues as SQS describes them: one with a policy, a dead letter queue and tags, and that dead letter queue, with nothing. */
import type { JsonObject } from '@security-monkey/sdk';
import { type Estate, providerError } from '@security-monkey/sdk/testing';
import { inputText } from '../test-support/input-text.ts';

const base = 'https://sqs.us-east-1.amazonaws.com/111122223333';
const arn = 'arn:aws:sqs:us-east-1:111122223333';

const common = {
  ApproximateNumberOfMessages: '12',
  ApproximateNumberOfMessagesDelayed: '0',
  ApproximateNumberOfMessagesNotVisible: '3',
  DelaySeconds: '0',
  LastModifiedTimestamp: '1727773261',
  MaximumMessageSize: '262144',
  MessageRetentionPeriod: '345600',
  ReceiveMessageWaitTimeSeconds: '0',
  VisibilityTimeout: '30',
};
const orders = {
  ...common,
  QueueArn: `${arn}:orders`,
  CreatedTimestamp: '1709283600',
  KmsMasterKeyId: 'alias/orders',
  KmsDataKeyReusePeriodSeconds: '300',
  SqsManagedSseEnabled: 'false',
};
const orphans = {
  ...common,
  QueueArn: `${arn}:orphans`,
  CreatedTimestamp: '1709283601',
  SqsManagedSseEnabled: 'true',
};

const statement = { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' } };
const written = {
  Version: '2012-10-17',
  Statement: { ...statement, Action: 'SQS:SendMessage', Resource: orders.QueueArn },
};
const read = {
  Version: '2012-10-17',
  Statement: [
    {
      ...statement,
      Principal: { Service: ['sns.amazonaws.com'] },
      Action: ['SQS:SendMessage'],
      Resource: [orders.QueueArn],
    },
  ],
};
const redrive = { deadLetterTargetArn: orphans.QueueArn, maxReceiveCount: 5 };
const allow = { redrivePermission: 'byQueue', sourceQueueArns: [orders.QueueArn] };

const attributes: Readonly<Record<string, JsonObject>> = {
  orders: { ...orders, Policy: JSON.stringify(written), RedrivePolicy: JSON.stringify(redrive) },
  orphans: { ...orphans, RedriveAllowPolicy: JSON.stringify(allow) },
};
const tags: Readonly<Record<string, JsonObject>> = {
  orders: { Tags: { team: 'shop', stage: 'prod' } },
  orphans: {},
};

export const estate: Estate = {
  answers: {
    'sqs:ListQueues': ({ NextToken }) =>
      NextToken === 'second'
        ? { QueueUrls: [`${base}/orphans`] }
        : { QueueUrls: [`${base}/orders`], NextToken: 'second' },
    'sqs:GetQueueAttributes': (input) => ({ Attributes: answerOf(attributes, input) }),
    'sqs:ListQueueTags': (input) => answerOf(tags, input),
    'sqs:GetQueueUrl': (input) => ({ QueueUrl: `${base}/${inputText(input, 'QueueName')}` }),
  },
  listing: {
    operation: 'sqs:ListQueues',
    secondPage: ({ NextToken }) => NextToken !== undefined,
  },
  items: [
    {
      identity: `${arn}:orders 1709283600`,
      lineage: `${arn}:orders`,
      name: 'orders',
      console:
        '/sqs/v3/home?region=us-east-1#/queues/https%3A%2F%2Fsqs.us-east-1.amazonaws.com%2F111122223333%2Forders',
      tags: { team: 'shop', stage: 'prod' },
      config: {
        QueueUrl: `${base}/orders`,
        Attributes: { ...orders, Policy: read, RedrivePolicy: redrive },
        Tags: { team: 'shop', stage: 'prod' },
      },
    },
    {
      identity: `${arn}:orphans 1709283601`,
      lineage: `${arn}:orphans`,
      name: 'orphans',
      tags: {},
      config: {
        QueueUrl: `${base}/orphans`,
        Attributes: { ...orphans, Policy: null, RedriveAllowPolicy: allow },
        Tags: {},
      },
    },
  ],
};

function answerOf(answers: Readonly<Record<string, JsonObject>>, input: JsonObject): JsonObject {
  const answer = answers[inputText(input, 'QueueUrl').split('/').at(-1) ?? ''];
  if (answer === undefined) throw providerError('QueueDoesNotExist', 'rejected');
  return answer;
}
