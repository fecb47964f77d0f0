/** Stories in which something is opened to everybody, and closed again. */
import { intoSeason } from '../time/moment.ts';
import { onBucket, onFunction, onQueue, onTopic } from '../world/change.ts';
import { analytics, production, staging } from '../world/organisation.ts';
import { type Statement, without, withStatement } from '../world/policy.ts';
import { openPort } from './open-port.ts';
import type { Story } from './story.ts';

const photographs = 'shop-prod-catalogue-data';
const orders = 'prod-orders-events';
const loyalty = 'prod-loyalty-worker';
const reviews = 'staging-reviews-alarms';

export const exposureStories: readonly Story[] = [
  {
    id: 'public-bucket',
    title: 'A bucket is public over a weekend',
    account: production,
    technology: 'aws.s3-bucket',
    name: photographs,
    steps: [
      {
        at: intoSeason(3, 'Fri', '18:40'),
        actor: 'maya.okafor',
        operation: 's3:PutBucketPolicy',
        tells: 'Opens the bucket so that the press can fetch photographs, and goes home',
        change: onBucket([production, photographs], (bucket) => ({
          ...bucket,
          block: false,
          policy: withStatement(bucket.policy, {
            sid: 'PressPhotographs',
            principal: '*',
            actions: ['s3:GetObject'],
            resources: [`arn:aws:s3:::${bucket.name}/*`],
          }),
        })),
      },
      {
        at: intoSeason(4, 'Mon', '08:55'),
        actor: 'nils.berg',
        operation: 's3:PutBucketPolicy',
        tells: 'Finds it in the morning and closes it',
        change: onBucket([production, photographs], (bucket) => ({
          ...bucket,
          block: true,
          policy: without(bucket.policy, 'PressPhotographs'),
        })),
      },
    ],
  },
  {
    id: 'group-for-a-test',
    title: 'A security group is opened for a test',
    account: staging,
    technology: 'aws.ec2-security-group',
    name: 'staging-search',
    steps: openPort({
      which: [staging, 'staging-search'],
      port: 22,
      opened: [intoSeason(6, 'Thu', '11:05'), 'ravi.menon', 'Opens SSH to everybody, for a test from home'],
      closed: [intoSeason(7, 'Wed', '16:30'), 'nils.berg', 'Closes SSH again: the test is long over'],
    }),
  },
  {
    id: 'database-port',
    title: 'A database can be reached from everywhere',
    account: analytics,
    technology: 'aws.ec2-security-group',
    name: 'data-warehouse',
    steps: openPort({
      which: [analytics, 'data-warehouse'],
      port: 3306,
      opened: [intoSeason(12, 'Sat', '14:20'), 'tom.achebe', 'Lets a dashboard in from everywhere'],
      closed: [intoSeason(13, 'Mon', '09:40'), 'tom.achebe', 'Gives the dashboard a network of its own'],
    }),
  },
  {
    id: 'function-url',
    title: 'A function can be called by anybody',
    account: production,
    technology: 'aws.lambda-function',
    name: loyalty,
    steps: [
      {
        at: intoSeason(2, 'Tue', '15:20'),
        actor: 'sofia.marin',
        operation: 'lambda:CreateFunctionUrlConfig',
        tells: 'Gives the function a URL that asks for nothing, for a partner who waits',
        change: onFunction([production, loyalty], (one) => ({
          ...one,
          url: 'NONE',
          policy: withStatement(one.policy, {
            sid: 'FunctionUrl',
            principal: '*',
            actions: ['lambda:InvokeFunctionUrl'],
            resources: [one.arn],
            condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
          }),
        })),
      },
      {
        at: intoSeason(2, 'Fri', '09:10'),
        actor: 'nils.berg',
        operation: 'lambda:UpdateFunctionUrlConfig',
        tells: 'Has the URL ask for a signature',
        change: onFunction([production, loyalty], (one) => ({
          ...one,
          url: 'AWS_IAM',
          policy: without(one.policy, 'FunctionUrl'),
        })),
      },
      {
        at: intoSeason(3, 'Mon', '10:00'),
        actor: 'sofia.marin',
        operation: 'lambda:DeleteFunctionUrlConfig',
        tells: 'Removes the URL: the partner takes the queue',
        change: onFunction([production, loyalty], (one) => ({ ...one, url: undefined })),
      },
    ],
  },
  {
    id: 'queue-for-a-morning',
    title: 'Anybody can write into a queue for a morning',
    account: production,
    technology: 'aws.sqs-queue',
    name: orders,
    steps: [
      {
        at: intoSeason(10, 'Wed', '08:31'),
        actor: 'jonas.lind',
        operation: 'sqs:SetQueueAttributes',
        tells: 'Lets everybody send orders while he looks for a missing permission',
        change: onQueue([production, orders], (queue) => ({
          ...queue,
          policy: withStatement(queue.policy, anybody('sqs:SendMessage', queue.arn)),
        })),
      },
      {
        at: intoSeason(10, 'Wed', '11:58'),
        actor: 'jonas.lind',
        operation: 'sqs:SetQueueAttributes',
        tells: 'Finds the permission and takes the statement back',
        change: onQueue([production, orders], (queue) => ({
          ...queue,
          policy: without(queue.policy, 'Anybody'),
        })),
      },
    ],
  },
  {
    id: 'topic-for-a-day',
    title: 'Anybody can subscribe to a topic for a day',
    account: staging,
    technology: 'aws.sns-topic',
    name: reviews,
    steps: [
      {
        at: intoSeason(11, 'Mon', '13:12'),
        actor: 'dana.petrov',
        operation: 'sns:SetTopicAttributes',
        tells: 'Copies a policy from a forum',
        change: onTopic([staging, reviews], (topic) => ({
          ...topic,
          policy: withStatement(topic.policy, anybody('SNS:Subscribe', topic.arn)),
        })),
      },
      {
        at: intoSeason(11, 'Tue', '10:03'),
        actor: 'nils.berg',
        operation: 'sns:SetTopicAttributes',
        tells: 'Takes the statement out',
        change: onTopic([staging, reviews], (topic) => ({
          ...topic,
          policy: without(topic.policy, 'Anybody'),
        })),
      },
    ],
  },
];

function anybody(action: string, resource: string): Statement {
  return { sid: 'Anybody', principal: '*', actions: [action], resources: [resource] };
}
