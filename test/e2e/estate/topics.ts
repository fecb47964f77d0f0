/** The topics of both accounts. */
import { partner, planes, prod, stranger, vendor } from './known.ts';
import { allow, deny, roleOf, rootOf } from './statements.ts';
import type { TopicSpec } from './topic.ts';

const us = { region: 'us-east-1' } as const;
const eu = { region: 'eu-west-1' } as const;

/** Lets somebody publish to any topic that the policy is on. */
const publish = (Principal: object | string, Condition?: object): object =>
  allow({ Action: 'sns:Publish', Resource: '*', Principal, ...(Condition !== undefined && { Condition }) });

export const prodTopics: readonly TopicSpec[] = [
  { ...us, name: 'as-made' },
  { ...us, name: 'tagged', tags: { ...planes, team: 'payments' } },

  // Everyone.
  { ...eu, name: 'for-everyone', policy: [publish('*')] },
  {
    ...us,
    name: 'for-everyone-with-our-mail',
    policy: [
      allow({
        Action: 'sns:Subscribe',
        Resource: '*',
        Principal: '*',
        Condition: { StringLike: { 'sns:Endpoint': '*@acme.example' } },
      }),
    ],
  },
  {
    ...us,
    name: 'for-strange-organization',
    policy: [publish('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-strangers00' } })],
  },
  {
    ...us,
    name: 'for-everyone-but-all-others',
    policy: [publish('*'), { Effect: 'Deny', NotPrincipal: roleOf('prod'), Action: 'sns:*', Resource: '*' }],
  },

  // Other accounts.
  { ...us, name: 'for-partner', policy: [publish(rootOf('partner'))] },
  { ...eu, name: 'for-role-of-partner', policy: [publish(roleOf('partner'))] },
  { ...eu, name: 'for-role-of-vendor', policy: [publish(roleOf('vendor'))] },
  { ...us, name: 'for-stranger', policy: [publish({ AWS: stranger })] },
  {
    ...us,
    name: 'for-stranger-until-2020',
    policy: [publish(rootOf('stranger'), { DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } })],
  },
  {
    ...eu,
    name: 'for-own-alarms',
    policy: [
      publish({ Service: 'cloudwatch.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': prod } }),
    ],
  },

  // Policies that say nothing, or nothing that can be read.
  { ...us, name: 'without-statements', policy: [] },
  { ...eu, name: 'without-members', policy: '{}' },
  {
    ...us,
    name: 'for-nobody',
    policy: [deny({ Action: 'sns:Publish', Resource: '*', Principal: '*' })],
  },
  {
    ...us,
    name: 'misspelt-operator',
    policy: [publish('*', { StringIs: { 'aws:SourceAccount': prod } })],
  },
  { ...eu, name: 'without-principal', policy: [allow({ Action: 'sns:Publish', Resource: '*' })] },

  // Subscriptions.
  {
    ...us,
    name: 'copied-to-itself',
    subscriptions: [
      { protocol: 'sqs', endpoint: `arn:aws:sqs:us-east-1:${prod}:for-own-role` },
      { protocol: 'email', endpoint: 'ops@acme.example' },
      { protocol: 'https', endpoint: 'https://pager.acme.example/in/4711' },
    ],
  },
  {
    ...us,
    name: 'copied-to-partner',
    subscriptions: [{ protocol: 'sqs', endpoint: `arn:aws:sqs:us-east-1:${partner}:copies` }],
  },
  {
    ...eu,
    name: 'copied-to-vendor',
    subscriptions: [
      { protocol: 'lambda', endpoint: `arn:aws:lambda:eu-west-1:${vendor}:function:copies` },
      { protocol: 'email', endpoint: 'audit@vendor.example', owner: vendor },
    ],
  },
  {
    ...us,
    name: 'copied-to-stranger',
    subscriptions: [
      { protocol: 'https', endpoint: 'https://hooks.example.com/in/a1?token=b2', owner: stranger },
      { protocol: 'sqs', endpoint: `arn:aws:sqs:us-east-1:${stranger}:copies` },
    ],
  },
  {
    ...eu,
    name: 'copied-by-stranger-to-us',
    subscriptions: [
      { protocol: 'sqs', endpoint: `arn:aws:sqs:eu-west-1:${prod}:written-by-eve`, owner: stranger },
    ],
  },
  {
    ...us,
    name: 'copied-to-stranger-who-waits',
    subscriptions: [
      { protocol: 'email', endpoint: 'eve@stranger.example', owner: stranger, isPending: true },
    ],
  },
];

export const partnerTopics: readonly TopicSpec[] = [
  { ...eu, name: 'as-made' },
  { ...us, name: 'for-role-of-prod', policy: [publish(roleOf('prod'))] },
  {
    ...us,
    name: 'copied-to-prod',
    subscriptions: [{ protocol: 'sqs', endpoint: `arn:aws:sqs:us-east-1:${prod}:copies` }],
  },
  { ...eu, name: 'for-everyone', policy: [publish({ AWS: '*' })] },
];
