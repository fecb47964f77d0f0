/** Roles with a policy that could not be read whole. */
import { identityPolicyMalformedCheck } from '@security-monkey/sdk';
import { rolePolicies } from '../family/role-policies.ts';

export const identityPolicyMalformed = identityPolicyMalformedCheck(rolePolicies);
