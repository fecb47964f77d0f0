/** Roles whose policies allow everything. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { rolePolicies } from '../family/role-policies.ts';

export const administratorAccess = identityPolicyCheck('administrator-access', rolePolicies);
