/** The fields that the configs of users, roles and groups have in common. */
import { z } from 'zod';

/** Documents are not rebuilt by the schema: the engine of policies parses each object once. */
export const inlinePolicies = z.array(z.looseObject({ PolicyName: z.string(), PolicyDocument: z.unknown() }));

export const attachedManagedPolicies = z.array(
  z.looseObject({ PolicyName: z.string(), PolicyArn: z.string() }),
);

export const permissionsBoundary = z.looseObject({ PermissionsBoundaryArn: z.string() }).optional();

/** The SDK leaves out an empty value. */
export const entityTags = z.array(z.looseObject({ Key: z.string(), Value: z.string().optional() }));

/** Tags as pairs. */
export function tagPairs(tags: z.output<typeof entityTags> = []): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.map(({ Key, Value = '' }) => [Key, Value]));
}

/** The page that says that an entity holds policies and tags as sets: all of them count, in no order. */
export const entitySource =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html';
