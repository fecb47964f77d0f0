/** Groups whose policies allow permissions to be changed. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { groupOwnPolicies } from '../family/group-own-policies.ts';

export const permissionsManagement = identityPolicyCheck('permissions-management', groupOwnPolicies);
