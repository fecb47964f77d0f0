/** Roles that can give themselves more permissions. */
import { privilegeEscalationCheck } from '@security-monkey/sdk';
import { rolePolicies } from '../family/role-policies.ts';

export const privilegeEscalation = privilegeEscalationCheck(rolePolicies);
