/** Groups with a policy that could not be read whole. */
import { identityPolicyMalformedCheck } from '@security-monkey/sdk';
import { groupOwnPolicies } from '../family/group-own-policies.ts';

export const identityPolicyMalformed = identityPolicyMalformedCheck(groupOwnPolicies);
