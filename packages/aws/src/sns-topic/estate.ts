/** Two topics as SNS describes them: one with everything and subscribers of every kind, one for FIFO with nothing. */
import type { JsonObject } from '@security-monkey/sdk';
import { type Estate, providerError } from '@security-monkey/sdk/testing';
import { inputText } from '../test-support/input-text.ts';
import { subscriptions } from './subscriptions.ts';

const alarms = 'arn:aws:sns:us-east-1:111122223333:alarms';
const ledger = 'arn:aws:sns:us-east-1:111122223333:ledger.fifo';

const plain = {
  Owner: '111122223333',
  DisplayName: '',
  SubscriptionsDeleted: '1',
  SubscriptionsPending: '2',
};
const delivery = {
  http: { defaultHealthyRetryPolicy: { numRetries: 3 }, disableSubscriptionOverrides: false },
};
const policy = { Version: '2008-10-17', Statement: [{ Sid: 'own', Effect: 'Allow', Principal: '*' }] };
const archive = { MessageRetentionPeriod: '30' };
const protection = { Name: 'no-cards', Version: '2021-06-01', Statement: [{ Sid: 'cards' }] };
const tags = [
  { Key: 'team', Value: 'shop' },
  { Key: 'stage', Value: 'prod' },
];

const attributes: Readonly<Record<string, JsonObject>> = {
  [alarms]: {
    ...plain,
    TopicArn: alarms,
    SubscriptionsConfirmed: '3',
    KmsMasterKeyId: 'alias/aws/sns',
    Policy: JSON.stringify(policy),
    EffectiveDeliveryPolicy: JSON.stringify(delivery),
  },
  [ledger]: {
    ...plain,
    TopicArn: ledger,
    SubscriptionsConfirmed: '0',
    FifoTopic: 'true',
    ArchivePolicy: JSON.stringify(archive),
    BeginningArchiveTime: '2026-10-01T00:00:00Z',
  },
};

const subscription = (id: string, value: JsonObject): JsonObject => ({
  SubscriptionArn: id.length > 2 ? id : `${alarms}:${id}`,
  TopicArn: alarms,
  ...value,
});
const mail = { Owner: '111122223333', Protocol: 'email', Endpoint: 'ops@example.com' };
const queue = { Owner: '222233334444', Protocol: 'sqs', Endpoint: 'arn:aws:sqs:us-east-1:222233334444:q' };
const hook = { Owner: '111122223333', Protocol: 'https' };
const firstPage = [subscription('1', mail), subscription('PendingConfirmation', mail)];
const secondPage = [
  subscription('2', queue),
  subscription('Deleted', queue),
  subscription('3', { ...hook, Endpoint: 'https://me:word@hooks.example.com:8443/in/T0?key=k#f' }),
];

const relation = (id: string, value: JsonObject) => ({
  name: subscriptions,
  technology: 'aws.sns-subscription',
  key: `${alarms}:${id}`,
  value,
});

export const estate: Estate = {
  answers: {
    'sns:ListTopics': ({ NextToken }) =>
      NextToken === 'second'
        ? { Topics: [{ TopicArn: ledger }] }
        : { Topics: [{ TopicArn: alarms }], NextToken: 'second' },
    'sns:GetTopicAttributes': (input) => {
      const found = attributes[inputText(input, 'TopicArn')];
      if (found === undefined) throw providerError('NotFound');
      return { Attributes: found };
    },
    'sns:ListSubscriptionsByTopic': ({ TopicArn, NextToken }) => {
      if (TopicArn !== alarms) return {};
      if (NextToken === 'more') return { Subscriptions: secondPage };
      return { Subscriptions: firstPage, NextToken: 'more' };
    },
    'sns:ListTagsForResource': ({ ResourceArn }) => (ResourceArn === alarms ? { Tags: tags } : {}),
    'sns:GetDataProtectionPolicy': ({ ResourceArn }) =>
      ResourceArn === alarms ? { DataProtectionPolicy: JSON.stringify(protection) } : {},
  },
  listing: {
    operation: 'sns:ListTopics',
    secondPage: ({ NextToken }) => NextToken !== undefined,
  },
  describing: ['sns:GetTopicAttributes', 'sns:ListSubscriptionsByTopic', 'sns:ListTagsForResource'],
  items: [
    {
      identity: alarms,
      lineage: alarms,
      name: 'alarms',
      console: '/sns/v3/home?region=us-east-1#/topic/arn%3Aaws%3Asns%3Aus-east-1%3A111122223333%3Aalarms',
      tags: { team: 'shop', stage: 'prod' },
      config: {
        TopicArn: alarms,
        Attributes: { ...attributes[alarms], Policy: policy, EffectiveDeliveryPolicy: delivery },
        DataProtectionPolicy: protection,
        Tags: tags,
      },
      relations: [
        relation('1', mail),
        relation('2', queue),
        relation('3', {
          ...hook,
          Endpoint: 'https://hooks.example.com:8443',
          EndpointSecret: 'me:word@/in/T0?key=k#f',
        }),
      ],
    },
    {
      identity: ledger,
      lineage: ledger,
      name: 'ledger.fifo',
      tags: {},
      config: {
        TopicArn: ledger,
        Attributes: { ...attributes[ledger], Policy: null, ArchivePolicy: archive },
        DataProtectionPolicy: null,
        Tags: [],
      },
    },
  ],
};
