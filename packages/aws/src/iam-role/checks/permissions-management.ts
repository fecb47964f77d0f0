/** Roles whose policies allow permissions to be changed. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { rolePolicies } from '../family/role-policies.ts';

export const permissionsManagement = identityPolicyCheck('permissions-management', rolePolicies);
