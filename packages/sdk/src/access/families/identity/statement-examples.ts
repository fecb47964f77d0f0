/** For each rule, statements that it reports and the nearest that it does not; on everything unless they say otherwise. */
import type { JsonObject } from '../../../json/value.ts';
import type { StatementRuleName } from './statement-rules.ts';

type Near = { readonly name: string; readonly statement: JsonObject };
type Reported = Near & { readonly subject: Readonly<Record<string, string>> };

const role = 'arn:aws:iam::111122223333:role/reader';
const bucket = 'arn:aws:s3:::acme-reports';
const all = { resources: '*' };

export const statementExamples: Readonly<
  Record<StatementRuleName, { readonly good: readonly Near[]; readonly bad: readonly Reported[] }>
> = {
  'administrator-access': {
    good: [
      { name: 'every action of one service', statement: { Action: ['s3:*'] } },
      { name: 'everything but IAM', statement: { NotAction: ['iam:*'] } },
    ],
    bad: [
      { name: 'every action', statement: { Action: ['*'] }, subject: all },
      {
        name: 'every action on one bucket',
        statement: { Action: ['*:*'], Resource: [bucket, `${bucket}/*`] },
        subject: { resources: `${bucket}, ${bucket}/*` },
      },
    ],
  },
  'iam-full-access': {
    good: [
      { name: 'what can be read of IAM', statement: { Action: ['iam:Get*', 'iam:List*'] } },
      { name: 'every action, which another check tells', statement: { Action: ['*'] } },
    ],
    bad: [
      { name: 'every action of IAM', statement: { Action: ['iam:*'] }, subject: all },
      { name: 'by a wildcard in the name of the service', statement: { Action: ['i?m:*'] }, subject: all },
    ],
  },
  'permissions-management': {
    good: [
      { name: 'writing and reading', statement: { Action: ['s3:PutObject', 'iam:GetUser'] } },
      {
        name: 'a list of actions on resources of another kind',
        statement: { Action: ['iam:PutRolePolicy'], Resource: [bucket] },
      },
    ],
    bad: [
      {
        name: 'a bucket’s policy',
        statement: { Action: ['s3:PutBucketPolicy'], Resource: [bucket] },
        subject: { service: 's3', resources: bucket },
      },
      {
        name: 'by a wildcard',
        statement: { Action: ['iam:Put*'] },
        subject: { service: 'iam', ...all },
      },
    ],
  },
  'sensitive-service-write': {
    good: [{ name: 'reading', statement: { Action: ['s3:Get*', 'kms:Describe*'] } }],
    bad: [
      {
        name: 'the end of a trail',
        statement: { Action: ['cloudtrail:StopLogging'] },
        subject: { service: 'cloudtrail', ...all },
      },
    ],
  },
  'pass-role': {
    good: [
      { name: 'roles can be read', statement: { Action: ['iam:GetRole'] } },
      {
        name: 'only a role that no other service can have',
        statement: {
          Action: ['iam:PassRole'],
          Resource: [
            'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
          ],
        },
      },
    ],
    bad: [
      {
        name: 'one role',
        statement: { Action: ['iam:PassRole'], Resource: [role] },
        subject: { resources: role },
      },
      { name: 'by a wildcard', statement: { Action: ['iam:Pass*'] }, subject: all },
    ],
  },
  'security-group-changes': {
    good: [{ name: 'rules can be taken away', statement: { Action: ['ec2:RevokeSecurityGroupIngress'] } }],
    bad: [
      { name: 'a rule', statement: { Action: ['ec2:AuthorizeSecurityGroupIngress'] }, subject: all },
      { name: 'by a wildcard', statement: { Action: ['ec2:Authorize*'] }, subject: all },
    ],
  },
  'not-action': {
    good: [{ name: 'a Deny of everything else', statement: { Effect: 'Deny', NotAction: ['s3:*'] } }],
    bad: [
      {
        name: 'everything but IAM',
        statement: { NotAction: ['iam:*'] },
        subject: { element: 'NotAction', ...all },
      },
    ],
  },
  'not-resource': {
    good: [
      {
        name: 'a Deny on everything else',
        statement: { Effect: 'Deny', Action: ['s3:*'], NotResource: [bucket] },
      },
    ],
    bad: [
      {
        name: 'every bucket but one',
        statement: { Action: ['s3:DeleteBucket'], NotResource: [bucket] },
        subject: { element: 'NotResource', actions: 's3:DeleteBucket' },
      },
    ],
  },
  'credentials-exposure': {
    good: [
      { name: 'sessions are not handed out', statement: { Action: ['sts:GetCallerIdentity'] } },
      {
        name: 'all but one action, on a bucket, where no credentials are',
        statement: { NotAction: ['s3:DeleteBucket'], Resource: [bucket] },
      },
      {
        name: 'keys of one’s own',
        statement: {
          Action: ['iam:CreateAccessKey'],
          Resource: [`arn:aws:iam::111122223333:user/\${aws:username}`],
        },
      },
    ],
    bad: [
      {
        name: 'keys of whichever user',
        statement: { Action: ['iam:CreateAccessKey'] },
        subject: { service: 'iam', ...all },
      },
    ],
  },
  'data-exfiltration': {
    good: [
      { name: 'objects of one bucket', statement: { Action: ['s3:GetObject'], Resource: [`${bucket}/*`] } },
      { name: 'names of buckets', statement: { Action: ['s3:ListBucket'] } },
    ],
    bad: [
      { name: 'every object', statement: { Action: ['s3:GetObject'] }, subject: { service: 's3', ...all } },
      {
        name: 'every secret, by a wildcard',
        statement: { Action: ['secretsmanager:Get*'] },
        subject: { service: 'secretsmanager', ...all },
      },
    ],
  },
};
