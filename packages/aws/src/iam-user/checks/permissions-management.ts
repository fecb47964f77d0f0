/** Users whose policies allow permissions to be changed. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { userPolicies } from '../family/user-policies.ts';

export const permissionsManagement = identityPolicyCheck('permissions-management', userPolicies);
