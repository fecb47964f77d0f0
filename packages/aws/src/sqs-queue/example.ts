/** Queues for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

export const queueArn = 'arn:aws:sqs:us-east-1:111122223333:orders';

/** A queue with these attributes beside those that every queue has. */
export function queue(attributes: JsonObject): JsonObject {
  return {
    QueueUrl: 'https://sqs.us-east-1.amazonaws.com/111122223333/orders',
    Attributes: { QueueArn: queueArn, CreatedTimestamp: '1704099600', ...attributes },
    Tags: {},
  };
}
