/** Users that can give themselves more permissions. */
import { privilegeEscalationCheck } from '@security-monkey/sdk';
import { userPolicies } from '../family/user-policies.ts';

export const privilegeEscalation = privilegeEscalationCheck(userPolicies);
