/** The Lambda functions of both accounts. */
import type { FunctionSpec } from './function.ts';
import { planes, prod } from './known.ts';
import { allow, roleOf, rootOf } from './statements.ts';

const us = { region: 'us-east-1' } as const;
const eu = { region: 'eu-west-1' } as const;

/** Lets somebody call any function that the policy is on. */
const invoke = (Principal: object | string, Condition?: object): object =>
  allow({
    Action: 'lambda:InvokeFunction',
    Resource: '*',
    Principal,
    ...(Condition !== undefined && { Condition }),
  });

const invokeUrl = (Principal: object | string, AuthType: string): object =>
  allow({
    Action: 'lambda:InvokeFunctionUrl',
    Resource: '*',
    Principal,
    Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': AuthType } },
  });

export const prodFunctions: readonly FunctionSpec[] = [
  { ...us, name: 'plain', tags: { ...planes, team: 'payments' } },

  // The policy of the function.
  { ...us, name: 'for-everyone', policy: [invoke('*')] },
  {
    ...us,
    name: 'for-strange-organization',
    policy: [invoke('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-strangers00' } })],
  },
  {
    ...us,
    name: 'for-own-bucket',
    policy: [
      invoke(
        { Service: 's3.amazonaws.com' },
        {
          StringEquals: { 'AWS:SourceAccount': prod },
          ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::acme-private' },
        },
      ),
    ],
  },
  { ...eu, name: 'for-any-interface', policy: [invoke({ Service: 'apigateway.amazonaws.com' })] },
  { ...us, name: 'for-partner', policy: [invoke(rootOf('partner'))] },
  { ...us, name: 'for-role-of-vendor', policy: [invoke(roleOf('vendor'))] },
  { ...us, name: 'for-stranger', policy: [invoke(rootOf('stranger'))] },
  { ...eu, name: 'for-role-of-stranger', policy: [invoke(roleOf('stranger'))] },
  { ...eu, name: 'for-deleted-role', policy: [invoke({ AWS: 'AROAEXAMPLEEXAMPLEXYZ' })] },

  // The policies of aliases and versions.
  { ...us, name: 'alias-for-stranger', alias: { name: 'live', policy: [invoke(roleOf('stranger'))] } },
  { ...eu, name: 'version-for-everyone', version: { policy: [invoke('*')] } },
  {
    ...eu,
    name: 'alias-for-partner',
    policy: [invoke(roleOf('vendor'))],
    alias: { name: 'live', policy: [invoke(roleOf('partner'))] },
  },

  // URLs.
  {
    ...us,
    name: 'url-for-everyone',
    url: 'NONE',
    policy: [invokeUrl('*', 'NONE'), invoke('*', { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } })],
  },
  {
    ...eu,
    name: 'url-of-alias-for-everyone',
    alias: { name: 'live', url: 'NONE', policy: [invokeUrl('*', 'NONE')] },
  },
  { ...us, name: 'url-for-signed-requests', url: 'AWS_IAM', policy: [invokeUrl('*', 'AWS_IAM')] },
  { ...eu, name: 'url-for-partner', url: 'NONE', policy: [invokeUrl(roleOf('partner'), 'NONE')] },
  { ...eu, name: 'url-without-policy', url: 'NONE' },
  {
    ...us,
    name: 'url-and-policy-of-another-alias',
    url: 'NONE',
    alias: { name: 'live', policy: [invokeUrl('*', 'NONE')] },
  },
];

export const partnerFunctions: readonly FunctionSpec[] = [
  { ...eu, name: 'plain' },
  { ...us, name: 'for-role-of-prod', policy: [invoke(roleOf('prod'))] },
  { ...us, name: 'for-itself', policy: [invoke(rootOf('partner'))] },
  { ...eu, name: 'for-everyone', policy: [invoke({ AWS: '*' })] },
];
