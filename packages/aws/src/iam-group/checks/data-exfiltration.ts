/** Groups whose policies allow data to be read everywhere. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { groupOwnPolicies } from '../family/group-own-policies.ts';

export const dataExfiltration = identityPolicyCheck('data-exfiltration', groupOwnPolicies);
