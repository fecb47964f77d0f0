/** Users, groups, roles and managed policies as IAM tells of them. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Group } from '../technologies/group.ts';
import type { ManagedPolicy } from '../technologies/managed-policy.ts';
import type { Role } from '../technologies/role.ts';
import type { User } from '../technologies/user.ts';
import { daysBefore, type Moment } from '../time/moment.ts';
import type { Document } from '../world/policy.ts';
import { type Call, found, ofAccount, tagList, textOf } from './call.ts';

type Named = { readonly account: string; readonly region: string; readonly name: string };

type Timed = { readonly moment: Moment };

/** The one of the account that the call names. */
export function namedIn<One extends Named>(all: readonly One[], call: Call, member: string): One {
  const wanted = textOf(call.input, member);
  return found(
    ofAccount(all, call).find(({ name }) => name === wanted),
    'NoSuchEntity',
  );
}

export function userAnswer(user: User, { moment }: Timed): JsonObject {
  return {
    Path: '/',
    UserName: user.name,
    UserId: user.id,
    Arn: `arn:aws:iam::${user.account}:user/${user.name}`,
    CreateDate: user.created,
    Tags: tagList(user.tags),
    ...passwordUse(user, moment),
  };
}

function passwordUse({ hasPassword, passwordUsedBefore, created }: User, moment: Moment): JsonObject {
  const used = lastUseOf(moment, passwordUsedBefore, created);
  return hasPassword && used !== undefined ? { PasswordLastUsed: used } : {};
}

/** At the start of a day; undefined when that is before it was made. */
export function lastUseOf(moment: Moment, days: number, created: string): string | undefined {
  const used = daysBefore(moment, days);
  return used < created ? undefined : used;
}

export function userDetail(user: User, call: Timed): JsonObject {
  const { PasswordLastUsed: _, ...plain } = userAnswer(user, call);
  return {
    ...plain,
    GroupList: user.groups,
    UserPolicyList: [],
    AttachedManagedPolicies: user.attached.map(attachment),
  };
}

export function groupAnswer({ account, name, id, created }: Group): JsonObject {
  return {
    Path: '/',
    GroupName: name,
    GroupId: id,
    Arn: `arn:aws:iam::${account}:group/${name}`,
    CreateDate: created,
  };
}

export function groupDetail(group: Group): JsonObject {
  return {
    ...groupAnswer(group),
    GroupPolicyList: [],
    AttachedManagedPolicies: group.attached.map(attachment),
  };
}

export function roleAnswer(role: Role): JsonObject {
  return {
    ...plainRole(role),
    Description: role.description,
    MaxSessionDuration: 3600,
    AssumeRolePolicyDocument: encoded(role.trust),
  };
}

export function roleDetail(role: Role, { moment }: Timed): JsonObject {
  const { account, profile, usedBefore } = role;
  return {
    ...plainRole(role),
    Tags: tagList(role.tags),
    AssumeRolePolicyDocument: encoded(role.trust),
    RolePolicyList: [],
    AttachedManagedPolicies: role.attached.map(attachment),
    InstanceProfileList:
      profile === undefined
        ? []
        : [
            {
              InstanceProfileName: profile,
              Arn: `arn:aws:iam::${account}:instance-profile/${profile}`,
              Roles: [],
            },
          ],
    RoleLastUsed:
      usedBefore === undefined ? {} : { LastUsedDate: daysBefore(moment, usedBefore), Region: 'us-east-1' },
  };
}

function plainRole({ account, name, id, created }: Role): JsonObject {
  return {
    Path: '/',
    RoleName: name,
    RoleId: id,
    Arn: `arn:aws:iam::${account}:role/${name}`,
    CreateDate: created,
  };
}

/** Attached to how many users, groups and roles of the account. */
export function policyAnswer(policy: ManagedPolicy, call: Call): JsonObject {
  const { users, groups, roles } = call.world;
  const holders = [users, groups, roles].flatMap((all) => ofAccount<User | Group | Role>(all, call));
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policy.arn,
    Path: '/',
    DefaultVersionId: `v${policy.version}`,
    AttachmentCount: holders.filter(({ attached }) => attached.includes(policy.arn)).length,
    PermissionsBoundaryUsageCount: 0,
    IsAttachable: true,
    CreateDate: policy.created,
  };
}

export function policyDetail(policy: ManagedPolicy, call: Call): JsonObject {
  const VersionId = `v${policy.version}`;
  return {
    ...policyAnswer(policy, call),
    PolicyVersionList: [{ VersionId, IsDefaultVersion: true, Document: encoded(policy.document) }],
  };
}

function attachment(arn: string): JsonObject {
  return { PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn };
}

/** IAM gives documents URL-encoded: https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyDetail.html */
function encoded(document: Document): string {
  return encodeURIComponent(JSON.stringify(document));
}
