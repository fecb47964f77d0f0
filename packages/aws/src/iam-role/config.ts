/** The config of a role, as far as checks read it. */
import { z } from 'zod';
import {
  attachedManagedPolicies,
  entityTags,
  inlinePolicies,
  permissionsBoundary,
} from '../iam/entity-config.ts';

export const roleConfig = z.looseObject({
  RoleName: z.string(),
  RoleId: z.string(),
  Arn: z.string(),
  /** The trust policy. */
  AssumeRolePolicyDocument: z.unknown(),
  RolePolicyList: inlinePolicies,
  AttachedManagedPolicies: attachedManagedPolicies,
  PermissionsBoundary: permissionsBoundary,
  InstanceProfileList: z.array(z.looseObject({ Arn: z.string(), InstanceProfileName: z.string() })),
  /** Ephemeral. Empty when IAM knows of no use within its tracking period. */
  RoleLastUsed: z.looseObject({ LastUsedDate: z.string().optional() }).optional(),
  /** Seconds; missing when it could not be read. */
  MaxSessionDuration: z.number().nullable().optional(),
  Description: z.string().nullable().optional(),
  Tags: entityTags,
});
