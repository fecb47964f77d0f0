/** Users for the examples of checks. The examples are judged at the start of 2026. */
import type { JsonObject } from '@security-monkey/sdk';

export const keyId = 'AKIAIOSFODNN7EXAMPLE';

/** A user with these fields, without credentials and policies unless they say otherwise. */
export function user(fields: JsonObject): JsonObject {
  return {
    UserName: 'alice',
    UserId: 'AIDAEXAMPLEALICE00001',
    Arn: 'arn:aws:iam::111122223333:user/alice',
    CreateDate: '2024-01-01T00:00:00.000Z',
    UserPolicyList: [],
    GroupList: [],
    AttachedManagedPolicies: [],
    Tags: [],
    PasswordLastUsed: null,
    AccessKeys: [],
    AccessKeyLastUsed: {},
    LoginProfile: null,
    MFADevices: [],
    SigningCertificates: [],
    SSHPublicKeys: [],
    ServiceSpecificCredentials: [],
    ...fields,
  };
}

/** A user with one access key, made and last used at these dates; without a date it has not been used. */
export function userWithKey(created: string, used?: string, status = 'Active'): JsonObject {
  return user({
    AccessKeys: [accessKey(created, status)],
    AccessKeyLastUsed: { [keyId]: used === undefined ? {} : { LastUsedDate: `${used}T00:00:00.000Z` } },
  });
}

/** A user with a console password, set and last used at these dates; without a date it has not been used. */
export function userWithPassword(created: string, used?: string): JsonObject {
  return user({
    LoginProfile: loginProfile(created),
    PasswordLastUsed: used === undefined ? null : `${used}T00:00:00.000Z`,
  });
}

export function accessKey(created: string, status = 'Active'): JsonObject {
  return { UserName: 'alice', AccessKeyId: keyId, Status: status, CreateDate: `${created}T00:00:00.000Z` };
}

export function loginProfile(created: string): JsonObject {
  return { UserName: 'alice', CreateDate: `${created}T00:00:00.000Z`, PasswordResetRequired: false };
}
