/** Groups whose policies allow everything. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { groupOwnPolicies } from '../family/group-own-policies.ts';

export const administratorAccess = identityPolicyCheck('administrator-access', groupOwnPolicies);
