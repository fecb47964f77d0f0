/** What SNS answers: https://docs.aws.amazon.com/sns/latest/api/API_Operations.html */
import type { JsonObject } from '@security-monkey/sdk';
import type { Topic } from '../technologies/topic.ts';
import { type Answers, type Call, found, ofRegion, tagList, textOf } from './call.ts';
import { pageOf } from './pages.ts';

export const snsAnswers: Answers = {
  'sns:ListTopics': (call) => {
    const { elements, next } = pageOf(ofRegion(call.world.topics, call), call.input['NextToken']);
    return {
      Topics: elements.map(({ arn }) => ({ TopicArn: arn })),
      ...(next !== undefined && { NextToken: next }),
    };
  },
  'sns:GetTopicAttributes': (call) => ({ Attributes: attributesOf(topicOf(call, 'TopicArn')) }),
  'sns:ListSubscriptionsByTopic': (call) => {
    const topic = topicOf(call, 'TopicArn');
    const { elements, next } = pageOf(topic.subscriptions, call.input['NextToken']);
    return {
      Subscriptions: elements.map(({ arn, owner, protocol, endpoint }) => ({
        SubscriptionArn: arn,
        TopicArn: topic.arn,
        Owner: owner,
        Protocol: protocol,
        Endpoint: endpoint,
      })),
      ...(next !== undefined && { NextToken: next }),
    };
  },
  'sns:ListTagsForResource': (call) => ({ Tags: tagList(topicOf(call, 'ResourceArn').tags) }),
  'sns:GetDataProtectionPolicy': (call) => {
    topicOf(call, 'ResourceArn');
    return {};
  },
};

function topicOf(call: Call, member: string): Topic {
  const wanted = textOf(call.input, member);
  return found(
    ofRegion(call.world.topics, call).find(({ arn }) => arn === wanted),
    'NotFoundException',
  );
}

function attributesOf({ account, arn, name, policy, subscriptions }: Topic): JsonObject {
  return {
    TopicArn: arn,
    Owner: account,
    DisplayName: name,
    Policy: JSON.stringify(policy),
    SubscriptionsConfirmed: String(subscriptions.length),
    SubscriptionsPending: '0',
    SubscriptionsDeleted: '0',
  };
}
