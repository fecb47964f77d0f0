/** A queue of the estate as it is written down, and how it is built. What is not written is encrypted and has no policy. */
import { CreateQueueCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { RegionName } from './known.ts';
import { policyText } from './statements.ts';

export type QueueSpec = {
  readonly name: string;
  readonly region: RegionName;
  /** Statements of its policy; absent for none. */
  readonly policy?: readonly object[];
  /** With keys of SQS by default; else with a key of one's own, or not at all. */
  readonly encryption?: 'own key' | 'none';
  readonly tags?: Readonly<Record<string, string>>;
};

/** With a key of one's own SQS keeps no keys of its own for the queue, and says so. */
const encryptions = {
  'own key': { KmsMasterKeyId: 'alias/orders', SqsManagedSseEnabled: 'false' },
  none: { SqsManagedSseEnabled: 'false' },
} as const;

export async function buildQueue(sqs: SQSClient, spec: QueueSpec): Promise<void> {
  const { name, policy, encryption, tags } = spec;
  await sqs.send(
    new CreateQueueCommand({
      QueueName: name,
      Attributes: {
        ...(policy !== undefined && { Policy: policyText(...policy) }),
        ...(encryption !== undefined && encryptions[encryption]),
        ...(name.endsWith('.fifo') && { FifoQueue: 'true' }),
      },
      ...(tags !== undefined && { tags: { ...tags } }),
    }),
  );
}
