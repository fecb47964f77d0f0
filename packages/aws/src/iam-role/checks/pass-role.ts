/** Roles whose policies allow roles to be passed to services. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { rolePolicies } from '../family/role-policies.ts';

export const passRole = identityPolicyCheck('pass-role', rolePolicies);
