/** Who gets the messages of a topic: what others attach to it, as relations. */
import type { JsonObject, Relation, Send } from '@security-monkey/sdk';
import { z } from 'zod';
import { readAll } from '../client/read-pages.ts';

/** The relation's name: one item for each confirmed subscription. */
export const subscriptions = 'subscriptions';

export const subscriptionsOperation = 'sns:ListSubscriptionsByTopic';

/** A topic may have millions, as those for mobile apps do: https://docs.aws.amazon.com/general/latest/gr/sns.html */
const mostSubscriptions = 10_000;

const subscription = z.looseObject({
  SubscriptionArn: z.string(),
  Owner: z.string().optional(),
  Protocol: z.string().optional(),
  Endpoint: z.string().optional(),
});
type Subscription = z.output<typeof subscription>;

/**
 * A subscription belongs to the account that made it, which may be another one, and comes and goes without the topic's owner:
 * so it is no part of the topic's config. One that waits for its endpoint's consent gets nothing and has no ARN
 * (`PendingConfirmation`), and one that is `Deleted` gets nothing any more: https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 */
export async function readSubscriptions(send: Send, TopicArn: string): Promise<readonly Relation[]> {
  const all = await readAll(send, {
    operation: subscriptionsOperation,
    input: { TopicArn },
    page: z.looseObject({
      Subscriptions: z.array(subscription).optional(),
      NextToken: z.string().optional(),
    }),
    tokenOf: ({ NextToken }) => NextToken,
    tokenName: 'NextToken',
    elementsOf: ({ Subscriptions = [] }) => Subscriptions,
    most: mostSubscriptions,
  });
  return all
    .filter(({ SubscriptionArn }) => SubscriptionArn.startsWith('arn:'))
    .map((found) => ({
      name: subscriptions,
      technology: 'aws.sns-subscription',
      key: found.SubscriptionArn,
      value: subscriptionValue(found),
    }));
}

/** All that SNS gives, but for the two ARNs that are known already. */
function subscriptionValue(found: Subscription): JsonObject {
  const { SubscriptionArn: _key, TopicArn: _topic, Endpoint = '', ...rest } = found;
  // What a loose schema has parsed is the JSON it was given.
  return { ...(rest as JsonObject), ...endpointOf(Endpoint) };
}

/**
 * Whoever knows the whole address of a webhook may call it, so only its scheme and host are kept as they are. What follows
 * stands under a name that the redactor takes for a secret's.
 */
function endpointOf(endpoint: string): JsonObject {
  if (!/^https?:/i.test(endpoint)) return { Endpoint: endpoint };
  if (!URL.canParse(endpoint)) return { Endpoint: '', EndpointSecret: endpoint };
  const { protocol, host, username, password, pathname, search, hash } = new URL(endpoint);
  const user = username === '' && password === '' ? '' : `${username}:${password}@`;
  const secret = `${user}${pathname}${search}${hash}`;
  return { Endpoint: `${protocol}//${host}`, ...(secret !== '/' && { EndpointSecret: secret }) };
}
