/** A topic of the estate as it is written down, and how it is built. What is not written is as SNS makes it. */
import {
  CreateTopicCommand,
  SetTopicAttributesCommand,
  type SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import type { RegionName } from './known.ts';
import { policyText } from './statements.ts';

export type SubscriptionSpec = {
  readonly protocol: 'sqs' | 'lambda' | 'email' | 'https';
  /** No two of the estate are alike. */
  readonly endpoint: string;
  /** The emulator knows subscriptions by the topic's own account only: a correction on the wire makes it another's. */
  readonly owner?: string;
  /** It waits for the consent of its endpoint, as a correction on the wire says. */
  readonly isPending?: boolean;
};

export type TopicSpec = {
  readonly name: string;
  readonly region: RegionName;
  /** Statements of its policy, or the whole document; absent for the policy that SNS gives every new topic. */
  readonly policy?: readonly object[] | string;
  readonly subscriptions?: readonly SubscriptionSpec[];
  readonly tags?: Readonly<Record<string, string>>;
};

export async function buildTopic(sns: SNSClient, spec: TopicSpec): Promise<void> {
  const { name, policy, subscriptions = [], tags = {} } = spec;
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: name, Tags }));
  if (policy !== undefined) {
    const AttributeValue = typeof policy === 'string' ? policy : policyText(...policy);
    await sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName: 'Policy', AttributeValue }));
  }
  for (const { protocol, endpoint } of subscriptions)
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: protocol, Endpoint: endpoint }));
}
