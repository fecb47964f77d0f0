/** What has been wrong in the organisation since before anybody looked, and stays so. */
import { assumedBy } from '../technologies/role.ts';
import {
  type Change,
  onBucket,
  onFunction,
  onInstance,
  onKey,
  onPolicy,
  onQueue,
  onRole,
  onSecurityGroup,
  onTopic,
  onUser,
} from './change.ts';
import { analytics, outsiders, production, staging } from './organisation.ts';
import { documentOf, rootOf, withStatement } from './policy.ts';

const allUsers = { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' };

export const flaws: readonly Change[] = [
  // Published once for a conference, by its access control list.
  onBucket([analytics, 'shop-data-exports-data'], (bucket) => ({
    ...bucket,
    block: undefined,
    grants: [{ Grantee: allUsers, Permission: 'READ' }],
    versioned: false,
  })),
  onBucket([staging, 'shop-staging-catalogue-data'], (bucket) => ({
    ...bucket,
    block: undefined,
    policy: undefined,
  })),
  onSecurityGroup([staging, 'staging-loyalty'], (group) => ({
    ...group,
    ingress: [
      ...group.ingress,
      { protocol: 'tcp', from: 3389, to: 3389, networks6: ['::/0'], note: 'remote desktop' },
    ],
  })),
  onInstance([analytics, 'data-forecast-1'], (instance) => ({
    ...instance,
    tokens: 'optional',
    userData: '#!/bin/sh\nexport DB_PASSWORD=maple-ladder-42\nexec /opt/forecast/start\n',
  })),
  onQueue([staging, 'staging-shipping-events'], (queue) => ({
    ...queue,
    policy: documentOf({
      sid: 'LoadTest',
      principal: '*',
      actions: ['sqs:SendMessage'],
      resources: [queue.arn],
    }),
  })),
  onFunction([staging, 'staging-reviews-worker'], (one) => ({
    ...one,
    policy: documentOf({
      sid: 'Anyone',
      principal: '*',
      actions: ['lambda:InvokeFunction'],
      resources: [one.arn],
    }),
  })),
  onTopic([production, 'prod-invoices-alarms'], (topic) => ({
    ...topic,
    policy: withStatement(topic.policy, {
      sid: 'Settlement',
      principal: { AWS: rootOf(outsiders.payments) },
      actions: ['SNS:Subscribe'],
      resources: [topic.arn],
    }),
  })),
  onKey([production, 'prod-invoices'], (key) => ({
    ...key,
    policy: withStatement(key.policy, {
      sid: 'Settlement',
      principal: { AWS: rootOf(outsiders.payments) },
      actions: ['kms:Decrypt'],
      resources: ['*'],
    }),
  })),
  onRole([analytics, 'data-churn-model-runtime'], (role) => ({
    ...role,
    trust: documentOf(assumedBy({ Service: ['lambda.amazonaws.com'] }), assumedBy({ AWS: rootOf(staging) })),
  })),
  onPolicy([analytics, 'data-warehouse-access'], (policy) => ({
    ...policy,
    document: withStatement(policy.document, {
      sid: 'Loader',
      actions: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction', 's3:*'],
      resources: ['*'],
    }),
  })),
  onUser([analytics, 'amir.haddad'], (user) => ({ ...user, hasMfa: false, passwordUsedBefore: 71 })),
  onUser([analytics, 'dashboard-sync'], (user) => ({
    ...user,
    keys: user.keys.map((key) => ({ ...key, usedBefore: 210 })),
  })),
];
