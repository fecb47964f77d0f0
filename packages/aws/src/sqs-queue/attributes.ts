/** The attributes of a queue, with the documents that SQS gives as text read. */
import type { JsonObject, Send } from '@security-monkey/sdk';
import { parseAnswer } from '@security-monkey/sdk';
import { z } from 'zod';
import { documentOfText } from '../client/document-of-text.ts';
import { policyOfText } from '../client/policy-text.ts';
import { type PartReading, readPart } from '../client/read-part.ts';

export const attributesOperation = 'sqs:GetQueueAttributes';

export const gone = [
  // The name of the error, and the code of the older protocol, which the AWS SDK prefers where it is given:
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html
  'QueueDoesNotExist',
  'AWS.SimpleQueueService.NonExistentQueue',
];

const answer = z.looseObject({
  Attributes: z.looseObject({
    QueueArn: z.string(),
    CreatedTimestamp: z.string(),
    Policy: z.string().optional(),
    RedrivePolicy: z.string().optional(),
    RedriveAllowPolicy: z.string().optional(),
  }),
});

export type QueueAttributes = z.output<typeof answer>['Attributes'];

export async function readAttributes(send: Send, QueueUrl: string): Promise<QueueAttributes> {
  const input = { QueueUrl, AttributeNames: ['All'] };
  return parseAnswer(attributesOperation, answer, await send(attributesOperation, input)).Attributes;
}

/** Queue names are used again; the second at which it was made tells a queue from its predecessor. */
export function identityOf({
  QueueArn,
  CreatedTimestamp,
}: Pick<QueueAttributes, 'QueueArn' | 'CreatedTimestamp'>): string {
  return `${QueueArn} ${CreatedTimestamp}`;
}

/** The attributes for the config. A policy that cannot be read is unreadable, and nothing else of them. */
export async function attributeConfig(attributes: QueueAttributes): Promise<PartReading<JsonObject>> {
  const { Policy: text, RedrivePolicy, RedriveAllowPolicy, ...plain } = attributes;
  const policy = await readPart({ path: '/Attributes/Policy', gone }, async () =>
    // A queue whose policy was taken away may still show an empty one.
    text === undefined || text === '' ? null : policyOfText(attributesOperation, text),
  );
  return {
    value: {
      // What a loose schema has parsed is the JSON it was given.
      ...(plain as JsonObject),
      ...(policy.value !== undefined && { Policy: policy.value }),
      ...(RedrivePolicy !== undefined && { RedrivePolicy: documentOfText(RedrivePolicy) }),
      ...(RedriveAllowPolicy !== undefined && { RedriveAllowPolicy: documentOfText(RedriveAllowPolicy) }),
    },
    unreadable: policy.unreadable,
  };
}
