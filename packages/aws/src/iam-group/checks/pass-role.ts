/** Groups whose policies allow roles to be passed to services. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { groupOwnPolicies } from '../family/group-own-policies.ts';

export const passRole = identityPolicyCheck('pass-role', groupOwnPolicies);
