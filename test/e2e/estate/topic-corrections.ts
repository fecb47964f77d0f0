/** What the emulator cannot hold of subscriptions, made on the wire: who subscribed, and who waits for consent. */
import type { Correct } from '../fault-proxy.ts';
import type { SubscriptionSpec, TopicSpec } from './topic.ts';

/** Subscriptions of these topics, told by their endpoints. */
export function correctSubscriptions(topics: readonly TopicSpec[]): Correct {
  const all = topics.flatMap(({ subscriptions = [] }) => subscriptions);
  return ({ operation, body }) => {
    if (operation.name !== 'sns:ListSubscriptionsByTopic') return body;
    return body.replaceAll(/<member>.*?<\/member>/gs, (member) => {
      const spec = all.find(({ endpoint }) => member.includes(`<Endpoint>${endpoint}</Endpoint>`));
      return spec === undefined ? member : corrected(member, spec);
    });
  };
}

/**
 * Whoever may subscribe owns the subscription, from whichever account; without consent it has no ARN:
 * https://docs.aws.amazon.com/sns/latest/api/API_Subscription.html, https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 */
function corrected(member: string, { owner, isPending }: SubscriptionSpec): string {
  const owned = owner === undefined ? member : replaced(member, 'Owner', owner);
  return isPending ? replaced(owned, 'SubscriptionArn', 'PendingConfirmation') : owned;
}

function replaced(member: string, name: string, text: string): string {
  return member.replace(new RegExp(`<${name}>[^<]*</${name}>`), `<${name}>${text}</${name}>`);
}
