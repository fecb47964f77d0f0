/** Groups whose policies allow security groups to be opened. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { groupOwnPolicies } from '../family/group-own-policies.ts';

export const securityGroupChanges = identityPolicyCheck('security-group-changes', groupOwnPolicies);
