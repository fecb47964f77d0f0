/** Watches SQS queues, region by region: two calls for each queue. */

import {
  defineWatcher,
  isJsonObject,
  type JsonObject,
  type MissingItem,
  OperationError,
  parseAnswer,
  readParts,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { regionalPage } from '../account-type/console.ts';
import { readPages } from '../client/read-pages.ts';
import { attributeConfig, attributesOperation, gone, identityOf, readAttributes } from './attributes.ts';
import { queueConfig } from './config.ts';

export const sqsQueue = defineWatcher({
  id: 'aws.sqs-queue',
  accountType: 'aws',
  title: { one: 'SQS queue', many: 'SQS queues' },
  documentation: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html',
  legacyIndex: 'sqs',
  version: 1,
  scope: 'region',
  permissions: {
    'sqs:ListQueues': 'sqs:ListQueues',
    [attributesOperation]: 'sqs:GetQueueAttributes',
    'sqs:ListQueueTags': 'sqs:ListQueueTags',
    'sqs:GetQueueUrl': 'sqs:GetQueueUrl',
  },
  gone,
  ephemeral: [
    '/Attributes/ApproximateNumberOfMessages',
    '/Attributes/ApproximateNumberOfMessagesDelayed',
    '/Attributes/ApproximateNumberOfMessagesNotVisible',
    '/Attributes/LastModifiedTimestamp',
  ],
  secret: [],
  unordered: [],
  // Which queues use this one for their dead letters stands in their own RedrivePolicy; they lie in the same account and region:
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
  relations: [],
  config: queueConfig,
  identity: ({ Attributes }) => identityOf(Attributes),
  lineage: ({ Attributes }) => Attributes.QueueArn,
  name: ({ Attributes }) => Attributes.QueueArn.split(':').at(-1) ?? Attributes.QueueArn,
  tags: ({ Tags }) => Tags ?? {},
  terms: ({ QueueUrl, Attributes: { KmsMasterKeyId, RedrivePolicy } }) => [
    QueueUrl,
    ...(KmsMasterKeyId === undefined ? [] : [KmsMasterKeyId]),
    ...deadLetterTarget(RedrivePolicy),
  ],
  consolePath: ({ QueueUrl }, { region }) =>
    regionalPage('/sqs/v3/home', region, `/queues/${encodeURIComponent(QueueUrl)}`),
  list: listQueues,
  describe: describeQueue,
  confirm: confirmQueue,
});

/** The most that a page may hold. SQS gives a token only to who names a size; without one it cuts the list off at 1000. */
const pageSize = 1000;

const listed = z.looseObject({ QueueUrl: z.string() });

async function* listQueues({ send }: WatchContext): AsyncIterable<readonly JsonObject[]> {
  const pages = readPages(send, {
    operation: 'sqs:ListQueues',
    input: { MaxResults: pageSize },
    // A region without queues has no list.
    page: z.looseObject({ QueueUrls: z.array(z.string()).optional(), NextToken: z.string().optional() }),
    tokenOf: ({ NextToken }) => NextToken,
    tokenName: 'NextToken',
  });
  for await (const { QueueUrls = [] } of pages) yield QueueUrls.map((QueueUrl) => ({ QueueUrl }));
}

async function describeQueue({ send }: WatchContext, item: JsonObject) {
  const { QueueUrl } = listed.parse(item);
  const [attributes, parts] = await Promise.all([
    // Without them it is not known which queue it is: their failure is the queue's.
    readAttributes(send, QueueUrl),
    readParts({ send, gone }, item, {
      Tags: { operation: 'sqs:ListQueueTags', input: { QueueUrl }, take: ({ Tags = {} }) => Tags },
    }),
  ]);
  const { value: Attributes = {}, unreadable } = await attributeConfig(attributes);
  return { config: { ...parts.config, Attributes }, unreadable: [...parts.unreadable, ...unreadable] };
}

/** Resolves when the queue of this name is the same as then. */
async function confirmQueue({ send }: WatchContext, { identity, name }: MissingItem): Promise<void> {
  const operation = 'sqs:GetQueueUrl';
  const { QueueUrl } = parseAnswer(operation, listed, await send(operation, { QueueName: name }));
  if (identityOf(await readAttributes(send, QueueUrl)) === identity) return;
  throw new OperationError({
    class: 'not_found',
    code: 'QueueDoesNotExist',
    message: `Another queue has the name ${name} now`,
    operation,
  });
}

function deadLetterTarget(
  redrive: z.output<typeof queueConfig>['Attributes']['RedrivePolicy'],
): readonly string[] {
  const target = isJsonObject(redrive) ? redrive['deadLetterTargetArn'] : undefined;
  return typeof target === 'string' ? [target] : [];
}
