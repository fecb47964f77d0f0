/** Queues that store messages in plain text. */
import { defineCheck } from '@security-monkey/sdk';
import { queue } from '../example.ts';
import { sqsQueue } from '../watcher.ts';

export const notEncrypted = defineCheck({
  id: 'aws.sqs-queue.not-encrypted',
  watcher: sqsQueue,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'Messages are not encrypted at rest',
  why: 'SQS encrypts new queues with keys of its own at no cost. A queue without is an old one, or somebody has switched it off.',
  fix: 'Switch on SSE-SQS, or SSE-KMS with a key of yours where you want a say in who may decrypt.',
  links: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
  ],
  frameworks: {},
  messages: { off: 'Messages are stored in plain text' },
  examples: {
    good: [
      { name: 'keys of SQS', config: queue({ SqsManagedSseEnabled: 'true' }) },
      {
        name: 'a KMS key, with which the keys of SQS are off',
        config: queue({ SqsManagedSseEnabled: 'false', KmsMasterKeyId: 'alias/orders' }),
      },
    ],
    bad: [
      {
        name: 'switched off',
        config: queue({ SqsManagedSseEnabled: 'false' }),
        reports: [{ message: 'off', subject: { setting: 'encryption' } }],
      },
      {
        name: 'neither is set, and the key is an empty text',
        config: queue({ KmsMasterKeyId: '' }),
        reports: [{ message: 'off', subject: { setting: 'encryption' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    const { KmsMasterKeyId = '', SqsManagedSseEnabled } = config.Attributes;
    if (KmsMasterKeyId !== '' || SqsManagedSseEnabled === 'true') return;
    report('off', {
      subject: { setting: 'encryption' },
      evidence: [
        {
          path: '/Attributes',
          value: SqsManagedSseEnabled === undefined ? {} : { SqsManagedSseEnabled },
        },
      ],
    });
  },
});
