/** Groups whose policies allow actions on all but some resources. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { groupOwnPolicies } from '../family/group-own-policies.ts';

export const notResource = identityPolicyCheck('not-resource', groupOwnPolicies);
