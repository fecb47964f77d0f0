/** The config of a group, as far as checks read it. */
import { z } from 'zod';
import { attachedManagedPolicies, inlinePolicies } from '../iam/entity-config.ts';

export const groupConfig = z.looseObject({
  GroupName: z.string(),
  GroupId: z.string(),
  Arn: z.string(),
  GroupPolicyList: inlinePolicies,
  AttachedManagedPolicies: attachedManagedPolicies,
});
