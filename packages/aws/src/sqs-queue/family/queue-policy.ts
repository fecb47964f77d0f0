/** The policy of a queue for the checks of the resource policy family. */
import type { JsonObject, PolicyTarget } from '@security-monkey/sdk';
import type { queueConfig } from '../config.ts';
import { queue, queueArn } from '../example.ts';
import { sqsQueue } from '../watcher.ts';

export const queuePolicy: PolicyTarget<typeof queueConfig> = {
  watcher: sqsQueue,
  name: 'policy',
  noun: 'queue',
  path: '/Attributes/Policy',
  documentOf: ({ Attributes }) => Attributes.Policy ?? undefined,
  example: (policy: JsonObject | null) => ({ config: queue({ Policy: policy }) }),
  action: 'sqs:SendMessage',
  arn: queueArn,
  link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html',
};
