/** Roles whose policies allow actions on all but some resources. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { rolePolicies } from '../family/role-policies.ts';

export const notResource = identityPolicyCheck('not-resource', rolePolicies);
