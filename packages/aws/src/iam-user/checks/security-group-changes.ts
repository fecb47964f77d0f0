/** Users whose policies allow security groups to be opened. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { userPolicies } from '../family/user-policies.ts';

export const securityGroupChanges = identityPolicyCheck('security-group-changes', userPolicies);
