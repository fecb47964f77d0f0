/** A made-up kind of resource with a policy, for the tests of the checks on it. */
import { z } from 'zod';
import type { PolicyTarget } from '../policy-target.ts';
import { toyWatcher } from './toy-watcher.ts';

const queue = z.looseObject({ Arn: z.string(), Policy: z.unknown() });

const toyQueue = toyWatcher({
  id: 'toy.queue',
  title: { one: 'Queue', many: 'Queues' },
  config: queue,
  relations: [],
});

export const toyQueueArn = 'arn:aws:sqs:eu-west-1:111122223333:tide';

export const toyQueuePolicy: PolicyTarget<typeof queue> = {
  watcher: toyQueue,
  name: 'policy',
  noun: 'queue',
  path: '/Policy',
  documentOf: ({ Policy }) => Policy,
  example: (policy) => ({ config: { Arn: toyQueueArn, Policy: policy } }),
  action: 'sqs:SendMessage',
  arn: toyQueueArn,
  link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-using-identity-based-policies.html',
};
