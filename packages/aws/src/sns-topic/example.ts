/** Topics for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

export const topicArn = 'arn:aws:sns:us-east-1:111122223333:alarms';

/** A topic with that policy. */
export function topic(Policy: JsonObject | null): JsonObject {
  return {
    TopicArn: topicArn,
    Attributes: { TopicArn: topicArn, Owner: '111122223333', Policy },
    DataProtectionPolicy: null,
    Tags: [],
  };
}

export type Subscribed = readonly [Owner: string, Protocol: string, Endpoint: string];

/** The relation to subscriptions, each as owner, protocol and endpoint. */
export function subscribed(...all: readonly Subscribed[]) {
  const items = all.map(([Owner, Protocol, Endpoint], index) => ({
    technology: 'aws.sns-subscription',
    key: `${topicArn}:${index}`,
    value: { Owner, Protocol, Endpoint },
  }));
  return { subscriptions: { items, complete: true } };
}
