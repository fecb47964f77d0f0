/** Watches SNS topics, region by region: for each topic four calls and one for every further hundred subscriptions. */

import { defineWatcher, type JsonObject, readParts, type WatchContext } from '@security-monkey/sdk';
import { z } from 'zod';
import { regionalPage } from '../account-type/console.ts';
import { readPages } from '../client/read-pages.ts';
import { readPart } from '../client/read-part.ts';
import { topicConfig } from './config.ts';
import {
  attributesOperation,
  gone,
  protectionOperation,
  protectionParts,
  tagsOperation,
  topicParts,
} from './parts.ts';
import { readSubscriptions, subscriptions, subscriptionsOperation } from './subscriptions.ts';

export const snsTopic = defineWatcher({
  id: 'aws.sns-topic',
  accountType: 'aws',
  title: { one: 'SNS topic', many: 'SNS topics' },
  documentation: 'https://docs.aws.amazon.com/sns/latest/api/API_ListTopics.html',
  legacyIndex: 'sns',
  version: 1,
  scope: 'region',
  permissions: {
    'sns:ListTopics': 'sns:ListTopics',
    [attributesOperation]: 'sns:GetTopicAttributes',
    [subscriptionsOperation]: 'sns:ListSubscriptionsByTopic',
    [tagsOperation]: 'sns:ListTagsForResource',
    [protectionOperation]: 'sns:GetDataProtectionPolicy',
  },
  gone,
  ephemeral: [
    // Counts of what others attach.
    '/Attributes/SubscriptionsConfirmed',
    '/Attributes/SubscriptionsDeleted',
    '/Attributes/SubscriptionsPending',
    // Moves on as archived messages expire: https://docs.aws.amazon.com/sns/latest/dg/message-archiving-and-replay-topic-owner.html
    '/Attributes/BeginningArchiveTime',
  ],
  secret: [],
  unordered: [
    // A set of tags.
    { path: '/Tags', source: 'https://docs.aws.amazon.com/sns/latest/api/API_ListTagsForResource.html' },
  ],
  relations: [subscriptions],
  config: topicConfig,
  // SNS tells of no topic when it was made, so that one of the same name cannot be told from its predecessor.
  identity: ({ TopicArn }) => TopicArn,
  lineage: ({ TopicArn }) => TopicArn,
  name: ({ TopicArn }) => TopicArn.split(':').at(-1) ?? TopicArn,
  tags: ({ Tags }) => Object.fromEntries((Tags ?? []).map(({ Key, Value = '' }) => [Key, Value])),
  terms: ({ TopicArn, Attributes }) => [
    TopicArn,
    ...(Attributes?.KmsMasterKeyId === undefined ? [] : [Attributes.KmsMasterKeyId]),
  ],
  consolePath: ({ TopicArn }, { region }) =>
    regionalPage('/sns/v3/home', region, `/topic/${encodeURIComponent(TopicArn)}`),
  list: listTopics,
  describe: describeTopic,
  confirm: async ({ send }, { identity }) => {
    await send(attributesOperation, { TopicArn: identity });
  },
});

const listed = z.looseObject({ TopicArn: z.string() });

async function* listTopics({ send }: WatchContext): AsyncIterable<readonly JsonObject[]> {
  const pages = readPages(send, {
    operation: 'sns:ListTopics',
    input: {},
    // A region without topics has no list.
    page: z.looseObject({ Topics: z.array(listed).optional(), NextToken: z.string().optional() }),
    tokenOf: ({ NextToken }) => NextToken,
    tokenName: 'NextToken',
  });
  // What a loose schema has parsed is the JSON it was given.
  for await (const { Topics = [] } of pages) yield Topics as readonly JsonObject[];
}

async function describeTopic({ send }: WatchContext, item: JsonObject) {
  const { TopicArn } = listed.parse(item);
  const [parts, protection, subscribers] = await Promise.all([
    readParts({ send, gone }, item, topicParts(TopicArn)),
    readParts({ send, gone: [] }, {}, protectionParts(TopicArn)),
    readPart({ path: `@${subscriptions}`, gone }, () => readSubscriptions(send, TopicArn)),
  ]);
  return {
    config: { ...protection.config, ...parts.config },
    unreadable: [...parts.unreadable, ...protection.unreadable, ...subscribers.unreadable],
    relations: subscribers.value ?? [],
  };
}
