/** Groups whose policies allow all but some actions. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { groupOwnPolicies } from '../family/group-own-policies.ts';

export const notAction = identityPolicyCheck('not-action', groupOwnPolicies);
