/** The allow policies of resources: how they are recorded, and how they are asked for. */
import type { JsonObject, Part, UnorderedPath } from '@security-monkey/sdk';
import { z } from 'zod';
import { normalPolicy } from './normal-policy.ts';

/** https://cloud.google.com/iam/docs/reference/rest/v1/Policy */
const source = 'https://cloud.google.com/iam/docs/reference/rest/v1/Policy';

export const binding = z.looseObject({
  role: z.string().optional(),
  members: z.array(z.string()).optional(),
  condition: z.looseObject({ expression: z.string().optional() }).optional(),
});

export const auditConfig = z.looseObject({
  /** `allServices`, or the host of one. */
  service: z.string().optional(),
  auditLogConfigs: z
    .array(
      z.looseObject({
        logType: z.string().optional(),
        exemptedMembers: z.array(z.string()).optional(),
      }),
    )
    .optional(),
});

/** From a call of its own; missing only when it has never been readable. */
export const allowPolicy = z
  .looseObject({ bindings: z.array(binding), auditConfigs: z.array(auditConfig).optional() })
  .optional();

/** Bindings add up, and so do members: none takes precedence. */
export const unorderedPolicy: readonly UnorderedPath[] = [
  { path: '/iamPolicy/bindings', source },
  { path: '/iamPolicy/bindings/*/members', source },
];

/** The call that reads a policy by GET or with its options in the query. */
export function policyPart(operation: string, input: JsonObject): Part {
  return { operation, input, take: normalPolicy };
}

/** The input of those methods that take the options in a body. */
export function policyRequest(resource: string): JsonObject {
  return { resource, body: { options: { requestedPolicyVersion: 3 } } };
}
