/** What SQS answers: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html */
import type { JsonObject } from '@security-monkey/sdk';
import type { Queue } from '../technologies/queue.ts';
import { type Moment, minute } from '../time/moment.ts';
import { type Answers, type Call, found, ofRegion, textOf } from './call.ts';
import { pageOf } from './pages.ts';

export const sqsAnswers: Answers = {
  'sqs:ListQueues': (call) => {
    const { elements, next } = pageOf(ofRegion(call.world.queues, call), call.input['NextToken']);
    return { QueueUrls: elements.map(urlOf), ...(next !== undefined && { NextToken: next }) };
  },
  'sqs:GetQueueAttributes': (call) => ({ Attributes: attributesOf(queueOf(call), call.moment) }),
  'sqs:ListQueueTags': (call) => ({ Tags: queueOf(call).tags }),
  'sqs:GetQueueUrl': (call) => {
    const name = textOf(call.input, 'QueueName');
    return { QueueUrl: urlOf(queueWhere(call, (queue) => queue.name === name)) };
  },
};

function urlOf({ account, region, name }: Queue): string {
  return `https://sqs.${region}.amazonaws.com/${account}/${name}`;
}

function queueOf(call: Call): Queue {
  const url = textOf(call.input, 'QueueUrl');
  return queueWhere(call, (queue) => urlOf(queue) === url);
}

function queueWhere(call: Call, matches: (queue: Queue) => boolean): Queue {
  return found(ofRegion(call.world.queues, call).find(matches), 'QueueDoesNotExist');
}

function attributesOf({ arn, created, policy, deadLetters }: Queue, { now }: Moment): JsonObject {
  const seconds = String(Date.parse(created) / 1000);
  return {
    QueueArn: arn,
    CreatedTimestamp: seconds,
    LastModifiedTimestamp: seconds,
    // Comes and goes from minute to minute.
    ApproximateNumberOfMessages: String((now / minute + arn.length) % 60),
    ApproximateNumberOfMessagesDelayed: '0',
    ApproximateNumberOfMessagesNotVisible: String((now / minute) % 7),
    DelaySeconds: '0',
    MaximumMessageSize: '262144',
    MessageRetentionPeriod: '345600',
    ReceiveMessageWaitTimeSeconds: '20',
    VisibilityTimeout: '60',
    SqsManagedSseEnabled: 'true',
    ...(policy !== undefined && { Policy: JSON.stringify(policy) }),
    ...(deadLetters !== undefined && {
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters, maxReceiveCount: 5 }),
    }),
  };
}
