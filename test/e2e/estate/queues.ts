/** The queues of both accounts. */
import { partner, planes, prod, stranger, vendor } from './known.ts';
import type { QueueSpec } from './queue.ts';
import { allow, deny, type Given, roleOf, rootOf } from './statements.ts';

const us = { region: 'us-east-1' } as const;
const eu = { region: 'eu-west-1' } as const;

/** Lets somebody send messages to any queue that the policy is on. */
const send = (Principal: object | string, Condition?: object): object =>
  allow({
    Action: 'sqs:SendMessage',
    Resource: '*',
    Principal,
    ...(Condition !== undefined && { Condition }),
  });

const everything: Given = { Action: 'sqs:*', Resource: '*', Principal: '*' };

export const prodQueues: readonly QueueSpec[] = [
  // Everyone.
  { ...us, name: 'for-everyone', policy: [send('*')] },
  {
    ...eu,
    name: 'for-everyone-with-referer',
    policy: [send({ AWS: '*' }, { StringLike: { 'aws:Referer': 'https://acme.example/*' } })],
  },
  {
    ...eu,
    name: 'for-everyone-by-https',
    policy: [send('*', { Bool: { 'aws:SecureTransport': 'true' } })],
  },
  {
    ...us,
    name: 'for-everyone-until-2020',
    policy: [send('*', { DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } })],
  },
  {
    ...us,
    name: 'from-own-topic',
    policy: [send('*', { ArnEquals: { 'aws:SourceArn': `arn:aws:sns:us-east-1:${prod}:alerts` } })],
  },
  {
    ...eu,
    name: 'from-topics-of-stranger',
    policy: [send('*', { ArnLike: { 'aws:SourceArn': `arn:aws:sns:*:${stranger}:*` } })],
  },
  {
    ...us,
    name: 'for-everyone-of-vendor',
    policy: [send('*', { StringEquals: { 'aws:PrincipalAccount': vendor } })],
  },
  {
    ...us,
    name: 'for-everyone-at-office',
    policy: [send('*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })],
  },
  {
    ...eu,
    name: 'for-everyone-at-stranger-net',
    policy: [send('*', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } })],
  },

  // Other accounts.
  { ...us, name: 'for-own-role', policy: [send(roleOf('prod'))] },
  { ...us, name: 'for-partner', policy: [send(rootOf('partner'))] },
  { ...us, name: 'for-role-of-partner', policy: [send(roleOf('partner'))] },
  { ...us, name: 'for-vendor', policy: [send({ AWS: vendor })] },
  { ...eu, name: 'for-role-of-vendor', policy: [send(roleOf('vendor'))] },
  { ...us, name: 'for-stranger', policy: [send(rootOf('stranger'))] },
  { ...eu, name: 'for-user-of-stranger', policy: [send({ AWS: `arn:aws:iam::${stranger}:user/eve` })] },
  {
    ...eu,
    name: 'for-all-four',
    policy: [
      send({
        AWS: [
          rootOf('prod').AWS,
          roleOf('partner').AWS,
          roleOf('vendor', 'scanner').AWS,
          roleOf('stranger').AWS,
        ],
      }),
    ],
  },
  {
    ...us,
    name: 'for-stranger-denied',
    policy: [
      send(roleOf('stranger')),
      deny({ ...everything, Condition: { StringNotEquals: { 'aws:PrincipalAccount': prod } } }),
    ],
  },
  { ...us, name: 'for-service', policy: [send({ Service: 'events.amazonaws.com' })] },
  { ...us, name: 'for-nobody', policy: [deny(everything)] },

  // Policies that cannot be read as a whole.
  {
    ...us,
    name: 'misspelt-effect',
    policy: [{ Effect: 'Permit', Action: 'sqs:SendMessage', Resource: '*', Principal: '*' }],
  },
  { ...eu, name: 'for-deleted-role', policy: [send({ AWS: 'AROAEXAMPLEEXAMPLEXYZ' })] },
  {
    ...eu,
    name: 'written-in-an-unusual-way',
    policy: [
      {
        Resource: ['*'],
        Principal: { AWS: [prod], Service: ['sns.amazonaws.com'] },
        NotAction: ['SQS:DeleteQueue'],
        Condition: { 'ForAnyValue:StringLike': { 'AWS:SourceAccount': [prod] } },
        Effect: 'Allow',
      },
    ],
  },

  // Encryption.
  { ...us, name: 'plain', encryption: 'none' },
  { ...us, name: 'own-key', encryption: 'own key' },
  { ...eu, name: 'jobs.fifo', tags: { ...planes, team: 'payments' } },
];

export const partnerQueues: readonly QueueSpec[] = [
  { ...us, name: 'for-role-of-prod', policy: [send(roleOf('prod'))] },
  { ...us, name: 'for-itself', policy: [send(rootOf('partner')), send({ AWS: partner })] },
  { ...eu, name: 'for-everyone', policy: [send('*')], encryption: 'none' },
  { ...eu, name: 'for-role-of-vendor', policy: [send(roleOf('vendor'))] },
];
