/** What a person may configure about an AWS account. */
import { z } from 'zod';

export const awsFields = z.strictObject({
  role: z
    .string()
    .regex(/^[\w+=,.@/-]{1,512}$/, 'a role name, with its path if it has one, such as SecurityMonkey')
    .default('SecurityMonkey')
    .describe('Name of the role to assume in the account, with its path if it has one'),
  externalId: z
    .string()
    .min(2)
    .max(1224)
    .optional()
    .describe("External id that the role's trust policy asks for"),
  canonicalId: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')
    .optional()
    .describe('Canonical user id by which S3 ACLs name the account; found by itself where it can be read'),
  organizationId: z
    .string()
    .regex(/^o-[a-z0-9]{10,32}$/, 'an organization id, such as o-exampleorgid')
    .optional()
    .describe('Organization of the account, which counts as ours; found by itself where it can be read'),
});

export type AwsFields = z.output<typeof awsFields>;
