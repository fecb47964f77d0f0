/** The config of a managed policy, as far as checks read it. */
import { z } from 'zod';

export const managedPolicyConfig = z.looseObject({
  Arn: z.string(),
  /** Emulators leave it out, as they do the name. */
  PolicyId: z.string().optional(),
  PolicyName: z.string().optional(),
  CreateDate: z.string().optional(),
  DefaultVersionId: z.string(),
  /** The document of the default version. */
  Document: z.unknown().optional(),
  /** Of this account, so ephemeral: a policy of AWS is stored once for all accounts that use it. */
  AttachmentCount: z.number().optional(),
  PermissionsBoundaryUsageCount: z.number().optional(),
});

export type ManagedPolicyConfig = z.output<typeof managedPolicyConfig>;

/** The name, which is also the last part of the ARN. */
export function policyName({ PolicyName, Arn }: ManagedPolicyConfig): string {
  return PolicyName ?? Arn.slice(Arn.lastIndexOf('/') + 1);
}
