/** The config of a queue: its attributes as SQS gives them, with the documents in them read, and its tags. */
import { z } from 'zod';
import { part } from '../client/part-schema.ts';

export const queueConfig = z.looseObject({
  QueueUrl: z.string(),
  /** SQS gives every value as text: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html */
  Attributes: z.looseObject({
    QueueArn: z.string(),
    /** Seconds since the epoch. */
    CreatedTimestamp: z.string(),
    Policy: part(z.looseObject({})),
    /** The key of SSE-KMS, by id, ARN or alias. */
    KmsMasterKeyId: z.string().optional(),
    /** `true` when SQS encrypts with keys of its own. */
    SqsManagedSseEnabled: z.string().optional(),
    RedrivePolicy: z.json().optional(),
  }),
  Tags: part(z.record(z.string(), z.string())),
});

export type QueueConfig = z.output<typeof queueConfig>;
