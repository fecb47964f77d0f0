/** Organizations for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

/** An organization with nothing laid on it, unless these fields say otherwise. */
export function organizationExample(fields: JsonObject): JsonObject {
  return {
    name: 'organizations/424242424242',
    displayName: 'acme.example',
    iamPolicy: { bindings: [] },
    denyPolicies: [],
    orgPolicies: [],
    customRoles: [],
    ...fields,
  };
}
