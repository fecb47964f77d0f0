/** Users whose policies allow everything. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { userPolicies } from '../family/user-policies.ts';

export const administratorAccess = identityPolicyCheck('administrator-access', userPolicies);
