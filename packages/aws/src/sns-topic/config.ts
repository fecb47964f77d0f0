/** The config of a topic: its attributes as SNS gives them, with the documents in them read, its data protection policy and tags. */
import { z } from 'zod';
import { part } from '../client/part-schema.ts';

export const topicConfig = z.looseObject({
  TopicArn: z.string(),
  /** SNS gives every value as text: https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html */
  Attributes: part(z.looseObject({ Policy: part(z.looseObject({})), KmsMasterKeyId: z.string().optional() })),
  DataProtectionPolicy: part(z.json()),
  Tags: part(z.array(z.looseObject({ Key: z.string(), Value: z.string().optional() }))),
});

export type TopicConfig = z.output<typeof topicConfig>;
