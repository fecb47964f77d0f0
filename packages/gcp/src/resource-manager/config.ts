/** What projects, folders and organizations have in common: the policies that are laid on them. */
import type { KnownRole } from '@security-monkey/sdk';
import { z } from 'zod';
import { allowPolicy } from '../client/allow-policy.ts';

const condition = z.looseObject({ expression: z.string().optional() }).optional();

/** https://cloud.google.com/iam/docs/reference/rest/v2/policies */
const denyPolicy = z.looseObject({
  name: z.string(),
  rules: z
    .array(
      z.looseObject({
        denyRule: z
          .looseObject({
            deniedPrincipals: z.array(z.string()).optional(),
            exceptionPrincipals: z.array(z.string()).optional(),
            deniedPermissions: z.array(z.string()).optional(),
            exceptionPermissions: z.array(z.string()).optional(),
            denialCondition: condition,
          })
          .optional(),
      }),
    )
    .optional(),
});

/** https://cloud.google.com/resource-manager/docs/reference/orgpolicy/rest/v2/organizations.policies */
const orgPolicy = z.looseObject({
  /** Ends in the name of the constraint. */
  name: z.string(),
  spec: z
    .looseObject({
      inheritFromParent: z.boolean().optional(),
      rules: z
        .array(
          z.looseObject({
            enforce: z.boolean().optional(),
            denyAll: z.boolean().optional(),
            allowAll: z.boolean().optional(),
            condition,
          }),
        )
        .optional(),
    })
    .optional(),
});

/** https://cloud.google.com/iam/docs/reference/rest/v1/projects.roles */
export const customRole = z.looseObject({
  /** `projects/P/roles/R`. */
  name: z.string(),
  includedPermissions: z.array(z.string()).optional(),
});

/** Each from calls of its own; missing only when it has never been readable. */
export const policiesShape = {
  iamPolicy: allowPolicy,
  denyPolicies: z.array(denyPolicy).optional(),
  orgPolicies: z.array(orgPolicy).optional(),
};

/** The custom roles of a config, by their names. */
export function ownRoles(
  roles: readonly z.output<typeof customRole>[],
): readonly (readonly [name: string, role: KnownRole])[] {
  return roles.map(({ name, includedPermissions: permissions = [] }, index) => [
    name,
    { permissions, at: `/customRoles/${index}/includedPermissions` },
  ]);
}
