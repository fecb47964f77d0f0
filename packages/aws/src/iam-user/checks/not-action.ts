/** Users whose policies allow all but some actions. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { userPolicies } from '../family/user-policies.ts';

export const notAction = identityPolicyCheck('not-action', userPolicies);
