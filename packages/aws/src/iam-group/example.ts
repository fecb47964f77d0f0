/** Groups for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

/** A group with these fields, without policies unless they say otherwise. */
export function group(fields: JsonObject): JsonObject {
  return {
    GroupName: 'developers',
    GroupId: 'AGPAEXAMPLEDEVELOPERS',
    Arn: 'arn:aws:iam::111122223333:group/developers',
    GroupPolicyList: [],
    AttachedManagedPolicies: [],
    ...fields,
  };
}
