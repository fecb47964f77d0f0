/** The config of a user, as far as checks read it. Parts that IAM says are not there are null. */
import { z } from 'zod';
import {
  attachedManagedPolicies,
  entityTags,
  inlinePolicies,
  permissionsBoundary,
} from '../iam/entity-config.ts';

const accessKey = z.looseObject({
  AccessKeyId: z.string(),
  Status: z.string(),
  /** ISO 8601. */
  CreateDate: z.string(),
});

/** Without a date the key has not been used since IAM began to track it in 2015. */
const lastUse = z.looseObject({ LastUsedDate: z.string().optional() });

/** A part is missing only when it has never been readable; then the guard keeps checks from it. */
export const userConfig = z.looseObject({
  UserName: z.string(),
  UserId: z.string(),
  Arn: z.string(),
  UserPolicyList: inlinePolicies,
  GroupList: z.array(z.string()),
  AttachedManagedPolicies: attachedManagedPolicies,
  PermissionsBoundary: permissionsBoundary,
  Tags: entityTags,
  /** ISO 8601; null: no password, or not used since 2014. Ephemeral. */
  PasswordLastUsed: z.string().nullable().optional(),
  AccessKeys: z.array(accessKey).optional(),
  /** By access key; null: the key has been deleted meanwhile. Ephemeral. */
  AccessKeyLastUsed: z.record(z.string(), lastUse.nullable()).optional(),
  /** The console password; null: none. */
  LoginProfile: z.looseObject({ CreateDate: z.string() }).nullable().optional(),
  MFADevices: z.array(z.looseObject({ SerialNumber: z.string() })).optional(),
  SigningCertificates: z.array(z.looseObject({})).optional(),
  SSHPublicKeys: z.array(z.looseObject({})).optional(),
  ServiceSpecificCredentials: z.array(z.looseObject({})).optional(),
});

export type UserConfig = z.output<typeof userConfig>;
export type AccessKey = z.output<typeof accessKey>;
