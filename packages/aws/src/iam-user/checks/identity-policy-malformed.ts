/** Users with a policy that could not be read whole. */
import { identityPolicyMalformedCheck } from '@security-monkey/sdk';
import { userPolicies } from '../family/user-policies.ts';

export const identityPolicyMalformed = identityPolicyMalformedCheck(userPolicies);
