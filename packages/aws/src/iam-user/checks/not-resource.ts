/** Users whose policies allow actions on all but some resources. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { userPolicies } from '../family/user-policies.ts';

export const notResource = identityPolicyCheck('not-resource', userPolicies);
