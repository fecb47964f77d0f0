/** A page of an account's authorization details, with its policy documents read. */
import {
  type JsonObject,
  type JsonValue,
  nextToken,
  normalizePolicy,
  OperationError,
  parseAnswer,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html */
export const detailsOperation = 'iam:GetAccountAuthorizationDetails';

const inline = z.array(z.looseObject({ PolicyName: z.string(), PolicyDocument: z.unknown() })).optional();
const attached = z.array(z.looseObject({ PolicyName: z.string(), PolicyArn: z.string() })).optional();
const boundary = z.looseObject({ PermissionsBoundaryArn: z.string() }).optional();
const tags = z.array(z.looseObject({ Key: z.string(), Value: z.string().optional() })).optional();

const user = z.looseObject({
  UserName: z.string(),
  UserId: z.string(),
  Arn: z.string(),
  UserPolicyList: inline,
  GroupList: z.array(z.string()).optional(),
  AttachedManagedPolicies: attached,
  PermissionsBoundary: boundary,
  Tags: tags,
});

const role = z.looseObject({
  RoleName: z.string(),
  RoleId: z.string(),
  Arn: z.string(),
  AssumeRolePolicyDocument: z.unknown(),
  RolePolicyList: inline,
  AttachedManagedPolicies: attached,
  PermissionsBoundary: boundary,
  InstanceProfileList: z
    .array(z.looseObject({ Arn: z.string(), InstanceProfileName: z.string(), Roles: z.unknown() }))
    .optional(),
  RoleLastUsed: z.looseObject({}).optional(),
  Tags: tags,
});

const group = z.looseObject({
  GroupName: z.string(),
  GroupId: z.string(),
  Arn: z.string(),
  GroupPolicyList: inline,
  AttachedManagedPolicies: attached,
});

const policy = z.looseObject({
  Arn: z.string(),
  DefaultVersionId: z.string(),
  PolicyVersionList: z.array(z.looseObject({ VersionId: z.string(), Document: z.unknown() })).optional(),
});

const page = z.looseObject({
  UserDetailList: z.array(user).optional(),
  RoleDetailList: z.array(role).optional(),
  GroupDetailList: z.array(group).optional(),
  Policies: z.array(policy).optional(),
  IsTruncated: z.boolean().optional(),
  Marker: z.string().optional(),
});

/** A user, role or group; like all details with every field that IAM gave. */
export type Holder = {
  readonly Arn: string;
  readonly AttachedManagedPolicies: readonly { readonly PolicyName: string; readonly PolicyArn: string }[];
  readonly PermissionsBoundary?: { readonly PermissionsBoundaryArn: string } | undefined;
};

export type InlinePolicy = { readonly PolicyName: string; readonly PolicyDocument: JsonValue };

export type UserDetail = Holder & {
  readonly UserName: string;
  readonly UserPolicyList: readonly InlinePolicy[];
  readonly GroupList: readonly string[];
  readonly Tags: readonly object[];
};

export type RoleDetail = Holder & {
  readonly AssumeRolePolicyDocument: JsonValue;
  readonly RolePolicyList: readonly InlinePolicy[];
  readonly InstanceProfileList: readonly object[];
  readonly RoleLastUsed: object;
  readonly Tags: readonly object[];
};

export type GroupDetail = Holder & {
  readonly GroupName: string;
  readonly GroupPolicyList: readonly InlinePolicy[];
};

export type PolicyDetail = {
  readonly Arn: string;
  /** Its default version; left out when the answer holds none. */
  readonly Document?: JsonValue;
};

export type DetailsPage = {
  readonly users: readonly UserDetail[];
  readonly roles: readonly RoleDetail[];
  readonly groups: readonly GroupDetail[];
  readonly policies: readonly PolicyDetail[];
  readonly marker: string | undefined;
};

/** Reads the page after that marker: users, roles, groups and policies mixed, a thousand at most. */
export async function readDetailsPage(
  { send }: WatchContext,
  marker: string | undefined,
): Promise<DetailsPage> {
  const input: JsonObject = { MaxItems: 1000, ...(marker !== undefined && { Marker: marker }) };
  const answer = parseAnswer(detailsOperation, page, await send(detailsOperation, input));
  const { UserDetailList, RoleDetailList, GroupDetailList, Policies, IsTruncated, Marker } = answer;
  const isEmpty = [UserDetailList, RoleDetailList, GroupDetailList, Policies].every(
    (list) => list === undefined,
  );
  if (isEmpty) throw brokenDetails('has none of its lists');
  if (IsTruncated === true && Marker === undefined) throw brokenDetails('is cut off and names no next page');
  return {
    users: (UserDetailList ?? []).map(readUser),
    roles: (RoleDetailList ?? []).map(readRole),
    groups: (GroupDetailList ?? []).map(readGroup),
    policies: (Policies ?? []).map(readPolicy),
    marker: IsTruncated === true ? nextToken(detailsOperation, { used: marker, named: Marker }) : undefined,
  };
}

/** An answer that IAM cannot have meant so. */
export function brokenDetails(what: string): OperationError {
  return new OperationError({
    class: 'invalid_response',
    message: `The answer of ${detailsOperation} ${what}`,
    operation: detailsOperation,
  });
}

function readUser(detail: z.output<typeof user>): UserDetail {
  return {
    ...detail,
    UserPolicyList: readInline(detail.UserPolicyList),
    GroupList: detail.GroupList ?? [],
    AttachedManagedPolicies: detail.AttachedManagedPolicies ?? [],
    Tags: detail.Tags ?? [],
  };
}

/** A profile's own list of roles is left out: it repeats this one, with the moment of its last use. */
function readRole(detail: z.output<typeof role>): RoleDetail {
  return {
    ...detail,
    AssumeRolePolicyDocument: normalizePolicy(detail.AssumeRolePolicyDocument),
    RolePolicyList: readInline(detail.RolePolicyList),
    AttachedManagedPolicies: detail.AttachedManagedPolicies ?? [],
    InstanceProfileList: (detail.InstanceProfileList ?? []).map((profile) => withoutRoles(profile)),
    RoleLastUsed: detail.RoleLastUsed ?? {},
    Tags: detail.Tags ?? [],
  };
}

function readGroup(detail: z.output<typeof group>): GroupDetail {
  return {
    ...detail,
    GroupPolicyList: readInline(detail.GroupPolicyList),
    AttachedManagedPolicies: detail.AttachedManagedPolicies ?? [],
  };
}

/** Of up to five versions only the default one is in force; the others are not kept. */
function readPolicy({ PolicyVersionList = [], ...detail }: z.output<typeof policy>): PolicyDetail {
  const version = PolicyVersionList.find(({ VersionId }) => VersionId === detail.DefaultVersionId);
  if (version?.Document === undefined) return detail;
  return { ...detail, Document: normalizePolicy(version.Document) };
}

function readInline(policies: z.output<typeof inline>): readonly InlinePolicy[] {
  return (policies ?? []).map((one) => ({ ...one, PolicyDocument: normalizePolicy(one.PolicyDocument) }));
}

function withoutRoles(profile: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(profile).filter(([name]) => name !== 'Roles'));
}
