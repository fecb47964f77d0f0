/** An account as IAM tells of it: a page that is full of everything, and a second one with the bare rest. */
import type { JsonObject } from '@security-monkey/sdk';

const document = (Action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: [Action], Resource: ['*'] }],
});
/** IAM gives documents URL-encoded. */
const encoded = (policy: JsonObject) => encodeURIComponent(JSON.stringify(policy));
const own = 'arn:aws:iam::111122223333:policy/deployers';
const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const unused = 'arn:aws:iam::aws:policy/AmazonS3FullAccess';

export const documents = { read: document('s3:Get*'), write: document('s3:Put*'), deploy: document('ecs:*') };
export const arns = { own, readOnly };

const attached = [
  { PolicyName: 'deployers', PolicyArn: own },
  { PolicyName: 'ReadOnlyAccess', PolicyArn: readOnly },
];
const tags = [
  { Key: 'team', Value: 'shop' },
  { Key: 'stage', Value: 'prod' },
];
const boundary = { PermissionsBoundaryType: 'PermissionsBoundaryPolicy', PermissionsBoundaryArn: readOnly };

export const alice = {
  Path: '/',
  UserName: 'alice',
  UserId: 'AIDAALICE',
  Arn: 'arn:aws:iam::111122223333:user/alice',
  CreateDate: '2024-01-01T00:00:00.000Z',
  GroupList: ['developers', 'readers'],
  AttachedManagedPolicies: attached,
  PermissionsBoundary: boundary,
  Tags: tags,
};
export const bob = {
  Path: '/',
  UserName: 'bob',
  UserId: 'AIDABOB',
  Arn: 'arn:aws:iam::111122223333:user/bob',
  CreateDate: '2024-02-02T00:00:00.000Z',
};
const groupOf = (GroupName: string) => ({
  Path: '/',
  GroupName,
  GroupId: `AGPA${GroupName.toUpperCase()}`,
  Arn: `arn:aws:iam::111122223333:group/${GroupName}`,
  CreateDate: '2024-01-01T00:00:00.000Z',
});
export const developers = { ...groupOf('developers'), AttachedManagedPolicies: attached };
export const readers = groupOf('readers');
export const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: ['ec2.amazonaws.com'] }, Action: ['sts:AssumeRole'] }],
};
const profile = (InstanceProfileName: string) => ({
  InstanceProfileName,
  Arn: `arn:aws:iam::111122223333:instance-profile/${InstanceProfileName}`,
});
export const profiles = [profile('web'), profile('jobs')];
const roleOf = (RoleName: string) => ({
  Path: '/',
  RoleName,
  RoleId: `AROA${RoleName.toUpperCase()}`,
  Arn: `arn:aws:iam::111122223333:role/${RoleName}`,
  CreateDate: '2024-01-01T00:00:00.000Z',
});
export const deploy = {
  ...roleOf('deploy'),
  AttachedManagedPolicies: attached,
  PermissionsBoundary: boundary,
  RoleLastUsed: { LastUsedDate: '2025-12-01T00:00:00.000Z', Region: 'eu-west-1' },
  Tags: tags,
};
export const idle = roleOf('idle');
const policyOf = (Arn: string, PolicyId: string) => ({
  PolicyName: Arn.slice(Arn.lastIndexOf('/') + 1),
  PolicyId,
  Arn,
  Path: '/',
  DefaultVersionId: 'v2',
  AttachmentCount: 3,
  PermissionsBoundaryUsageCount: 0,
  CreateDate: '2024-01-01T00:00:00.000Z',
});
export const ownPolicy = policyOf(own, 'ANPAOWN');
export const readOnlyPolicy = policyOf(readOnly, 'ANPAREADONLY');

const versions = (Document: JsonObject | string) => [
  { VersionId: 'v2', IsDefaultVersion: true, Document },
  { VersionId: 'v1', IsDefaultVersion: false, Document: encoded(document('old:*')) },
];
const inline = [
  { PolicyName: 'read', PolicyDocument: encoded(documents.read) },
  { PolicyName: 'write', PolicyDocument: encoded(documents.write) },
];
/** The inline policies as they are recorded. */
export const inlineRead = [
  { PolicyName: 'read', PolicyDocument: documents.read },
  { PolicyName: 'write', PolicyDocument: documents.write },
];

const first = {
  IsTruncated: true,
  Marker: 'second',
  UserDetailList: [{ ...alice, UserPolicyList: inline }],
  GroupDetailList: [{ ...developers, GroupPolicyList: inline }],
  RoleDetailList: [
    {
      ...deploy,
      AssumeRolePolicyDocument: encoded(trust),
      RolePolicyList: inline,
      InstanceProfileList: profiles.map((one) => ({ ...one, Roles: [roleOf('deploy')] })),
    },
  ],
  // Decoded, as some of AWS's libraries give it.
  Policies: [{ ...ownPolicy, PolicyVersionList: versions(documents.deploy) }],
};
const second = {
  IsTruncated: false,
  UserDetailList: [bob],
  GroupDetailList: [readers],
  RoleDetailList: [{ ...idle, AssumeRolePolicyDocument: encoded(trust) }],
  Policies: [
    { ...readOnlyPolicy, PolicyVersionList: versions(encoded(documents.read)) },
    {
      ...policyOf(unused, 'ANPAUNUSED'),
      AttachmentCount: 0,
      PolicyVersionList: versions(encoded(documents.write)),
    },
  ],
};

/** The call's answer: two pages. */
export function authorizationDetails({ Marker }: JsonObject): JsonObject {
  return Marker === 'second' ? second : first;
}

/** How an IAM watcher lists. */
export const detailsListing = {
  operation: 'iam:GetAccountAuthorizationDetails',
  secondPage: ({ Marker }: JsonObject) => Marker !== undefined,
  whole:
    'what a principal may do lies on the pages of its groups and policies: all are read before the first item comes',
};

/** The relation to a managed policy. */
export function attachedPolicy(name: 'deployers' | 'ReadOnlyAccess') {
  const isOwn = name === 'deployers';
  return {
    name: 'attached-policies',
    technology: 'aws.iam-policy',
    key: isOwn ? own : readOnly,
    value: { PolicyName: name, Document: isOwn ? documents.deploy : documents.read },
  };
}

export const boundaryPolicy = {
  name: 'boundary',
  technology: 'aws.iam-policy',
  key: readOnly,
  value: { PolicyArn: readOnly, Document: documents.read },
};
