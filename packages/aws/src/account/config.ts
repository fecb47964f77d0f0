/** The config of an account, as far as checks read it. Parts that AWS says are not configured are null. */
import { z } from 'zod';

export const accountConfig = z.looseObject({
  AccountId: z.string(),
  /** Counts and quotas of IAM; the counts are ephemeral. */
  Summary: z.looseObject({
    AccountMFAEnabled: z.number().optional(),
    AccountAccessKeysPresent: z.number().optional(),
    AccountPasswordPresent: z.number().optional(),
  }),
  AccountAliases: z.array(z.string()).optional(),
  PasswordPolicy: z
    .looseObject({
      MinimumPasswordLength: z.number().optional(),
      PasswordReusePrevention: z.number().optional(),
    })
    .nullable()
    .optional(),
  PublicAccessBlock: z.record(z.string(), z.json()).nullable().optional(),
  /** The row of the root user in the credential report. */
  RootCredentials: z.record(z.string(), z.string()).optional(),
  /** Serial numbers of the virtual MFA devices of the root user. */
  RootVirtualMfaDevices: z.array(z.string()).optional(),
  /** The names of the fields that are filled in; of people and their addresses nothing is kept. */
  ContactInformation: z.array(z.string()).nullable().optional(),
  SecurityContact: z.array(z.string()).nullable().optional(),
});

export type AccountConfig = z.output<typeof accountConfig>;

/**
 * Whether the root user has neither password nor keys, as where an organisation has removed them: nothing is left to protect by MFA.
 * Unless AWS says so of the password, it is there: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html
 */
export function isRootRemoved({ Summary }: AccountConfig): boolean {
  return Summary.AccountPasswordPresent === 0 && Summary.AccountAccessKeysPresent === 0;
}
