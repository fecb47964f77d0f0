/** Users whose policies allow roles to be passed to services. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { userPolicies } from '../family/user-policies.ts';

export const passRole = identityPolicyCheck('pass-role', userPolicies);
