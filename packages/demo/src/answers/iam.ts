/** What IAM answers of users, groups, roles and policies: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html */
import type { JsonObject } from '@security-monkey/sdk';
import type { User } from '../technologies/user.ts';
import { type Answers, type Call, found, ofAccount, textOf } from './call.ts';
import {
  groupAnswer,
  groupDetail,
  lastUseOf,
  namedIn,
  policyAnswer,
  policyDetail,
  roleAnswer,
  roleDetail,
  userAnswer,
  userDetail,
} from './iam-entities.ts';
import { pageOf } from './pages.ts';

const absent = 'NoSuchEntity';

export const iamAnswers: Answers = {
  'iam:GetAccountAuthorizationDetails': details,
  'iam:ListUsers': (call) => {
    const { page, elements } = marked(call, ofAccount(call.world.users, call));
    return { ...page, Users: elements.map((user) => userAnswer(user, call)) };
  },
  'iam:ListRoles': (call) => {
    const { page, elements } = marked(call, ofAccount(call.world.roles, call));
    return { ...page, Roles: elements.map(roleAnswer) };
  },
  'iam:GetUser': (call) => ({ User: userAnswer(userOf(call), call) }),
  'iam:GetRole': (call) => ({ Role: roleAnswer(namedIn(call.world.roles, call, 'RoleName')) }),
  'iam:GetGroup': (call) => ({
    Group: groupAnswer(namedIn(call.world.groups, call, 'GroupName')),
    Users: [],
    IsTruncated: false,
  }),
  'iam:GetPolicy': (call) => {
    const wanted = textOf(call.input, 'PolicyArn');
    const policy = ofAccount(call.world.policies, call).find(({ arn }) => arn === wanted);
    return { Policy: policyAnswer(found(policy, absent), call) };
  },
  'iam:ListAccessKeys': (call) => {
    const { name, keys } = userOf(call);
    const metadata = keys.map(({ id, active, created }) => ({
      UserName: name,
      AccessKeyId: id,
      Status: active ? 'Active' : 'Inactive',
      CreateDate: created,
    }));
    return { AccessKeyMetadata: metadata, IsTruncated: false };
  },
  'iam:GetAccessKeyLastUsed': lastUsed,
  'iam:ListMFADevices': (call) => ({ MFADevices: devicesOf(userOf(call)), IsTruncated: false }),
  'iam:ListSigningCertificates': (call) => ofUser(call, { Certificates: [], IsTruncated: false }),
  'iam:ListSSHPublicKeys': (call) => ofUser(call, { SSHPublicKeys: [], IsTruncated: false }),
  'iam:ListServiceSpecificCredentials': (call) => ofUser(call, { ServiceSpecificCredentials: [] }),
  'iam:GetLoginProfile': (call) => {
    const { name, created, hasPassword } = userOf(call);
    const profile = hasPassword ? { UserName: name, CreateDate: created } : undefined;
    return { LoginProfile: found(profile, absent) };
  },
};

/** Users, roles, groups and policies mixed, as they come. */
function details(call: Call): JsonObject {
  const { users, roles, groups, policies } = call.world;
  const all = [
    ...ofAccount(users, call).map((one) => ({ list: 'UserDetailList', detail: userDetail(one, call) })),
    ...ofAccount(groups, call).map((one) => ({ list: 'GroupDetailList', detail: groupDetail(one) })),
    ...ofAccount(roles, call).map((one) => ({ list: 'RoleDetailList', detail: roleDetail(one, call) })),
    ...ofAccount(policies, call).map((one) => ({ list: 'Policies', detail: policyDetail(one, call) })),
  ];
  const { page, elements } = marked(call, all);
  const lists = ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'].map((name) => [
    name,
    elements.filter(({ list }) => list === name).map(({ detail }) => detail),
  ]);
  return { ...page, ...Object.fromEntries(lists) };
}

function marked<Element>({ input }: Call, all: readonly Element[]) {
  const { elements, next } = pageOf(all, input['Marker']);
  const page = { IsTruncated: next !== undefined, ...(next !== undefined && { Marker: next }) };
  return { elements, page };
}

function userOf(call: Call): User {
  return namedIn(call.world.users, call, 'UserName');
}

function ofUser(call: Call, answer: JsonObject): JsonObject {
  userOf(call);
  return answer;
}

function lastUsed(call: Call): JsonObject {
  const wanted = textOf(call.input, 'AccessKeyId');
  const keys = ofAccount(call.world.users, call).flatMap(({ name, keys: own }) =>
    own.map((key) => ({ ...key, owner: name })),
  );
  const { owner, usedBefore, created } = found(
    keys.find(({ id }) => id === wanted),
    absent,
  );
  const LastUsedDate = usedBefore === undefined ? undefined : lastUseOf(call.moment, usedBefore, created);
  if (LastUsedDate === undefined) {
    return { UserName: owner, AccessKeyLastUsed: { Region: 'N/A', ServiceName: 'N/A' } };
  }
  return { UserName: owner, AccessKeyLastUsed: { LastUsedDate, Region: 'us-east-1', ServiceName: 's3' } };
}

function devicesOf({ account, name, created, hasMfa }: User): readonly JsonObject[] {
  if (!hasMfa) return [];
  const SerialNumber = `arn:aws:iam::${account}:mfa/${name}`;
  return [{ UserName: name, SerialNumber, EnableDate: created }];
}
