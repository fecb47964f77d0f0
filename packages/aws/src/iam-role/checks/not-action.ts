/** Roles whose policies allow all but some actions. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { rolePolicies } from '../family/role-policies.ts';

export const notAction = identityPolicyCheck('not-action', rolePolicies);
