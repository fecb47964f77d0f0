/** The policy of a topic for the checks of the resource policy family. */
import type { JsonObject, PolicyTarget } from '@security-monkey/sdk';
import type { topicConfig } from '../config.ts';
import { topic, topicArn } from '../example.ts';
import { snsTopic } from '../watcher.ts';

export const topicPolicy: PolicyTarget<typeof topicConfig> = {
  watcher: snsTopic,
  name: 'policy',
  noun: 'topic',
  path: '/Attributes/Policy',
  documentOf: ({ Attributes }) => Attributes?.Policy ?? undefined,
  example: (policy: JsonObject | null) => ({ config: topic(policy) }),
  action: 'sns:Publish',
  arn: topicArn,
  link: 'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html',
};
