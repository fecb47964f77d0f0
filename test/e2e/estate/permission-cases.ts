/** What identities may do: statements that users, roles, groups and managed policies of the estate all have, under these names. */
import { allow, type Given } from './statements.ts';

const bucket = 'arn:aws:s3:::acme-private';

/** Its condition is misspelt on the wire: neither IAM nor the emulator takes it so. */
export const toBeMisspelt = 'misspelt-on-the-wire';

/** Denies everything to whoever has not signed in with a second factor. */
const withoutMfa: object = {
  Effect: 'Deny',
  NotAction: 'iam:ChangePassword',
  Resource: '*',
  Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
};

const give = (Action: Given['Action'], Resource: Given['Resource'] = '*'): readonly object[] => [
  allow({ Action, Resource }),
];

export const permissionCases = {
  everything: give('*'),
  'everything-on-a-bucket': give('*', bucket),
  'everything-until-2020': [
    allow({
      Action: '*',
      Resource: '*',
      Condition: { DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } },
    }),
  ],
  'all-of-s3': give('s3:*'),
  'all-of-iam': give('iam:*'),
  'reading-of-iam': give(['iam:Get*', 'iam:List*']),
  'keys-of-anyone': give('iam:CreateAccessKey'),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of IAM's
  'keys-of-oneself': give('iam:CreateAccessKey', 'arn:aws:iam::*:user/${aws:username}'),
  'sessions-of-workers': give('sts:AssumeRole', 'arn:aws:iam::*:role/workers/*'),
  'passing-of-workers': give('iam:PassRole', 'arn:aws:iam::*:role/workers/*'),
  'passing-of-linked-roles': give('iam:PassRole', 'arn:aws:iam::*:role/aws-service-role/*'),
  'machines-as-workers': [
    ...give('iam:PassRole', 'arn:aws:iam::*:role/workers/*'),
    ...give('ec2:RunInstances'),
  ],
  'opening-of-groups': give('ec2:AuthorizeSecurityGroupIngress', 'arn:aws:ec2:*:*:security-group/*'),
  'closing-of-groups': give('ec2:RevokeSecurityGroupIngress', 'arn:aws:ec2:*:*:security-group/*'),
  'all-but-one-action': [{ Effect: 'Allow', NotAction: 's3:DeleteBucket', Resource: bucket }],
  'nothing-without-mfa': [...give('s3:ListAllMyBuckets'), withoutMfa],
  'all-but-one-bucket': [{ Effect: 'Allow', Action: 's3:GetObject', NotResource: `${bucket}/*` }],
  'only-one-bucket': [
    ...give('s3:GetObject'),
    { Effect: 'Deny', Action: 's3:GetObject', NotResource: `${bucket}/*` },
  ],
  'taking-of-secrets': give('secretsmanager:GetSecretValue'),
  'one-secret': give('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:*:*:secret:orders-a1b2c3'),
  'opening-of-a-bucket': give('s3:PutBucketPolicy', bucket),
  'writing-to-a-bucket': give('s3:PutObject', `${bucket}/*`),
  'listing-of-buckets': give('s3:ListAllMyBuckets'),
  'misspelt-operator': [
    allow({
      Action: 's3:ListAllMyBuckets',
      Resource: '*',
      Condition: { StringEquals: { 'aws:username': toBeMisspelt } },
    }),
  ],
} as const satisfies Readonly<Record<string, readonly object[]>>;

export type PermissionCase = keyof typeof permissionCases;
export const permissionCaseNames = Object.keys(permissionCases) as readonly PermissionCase[];
