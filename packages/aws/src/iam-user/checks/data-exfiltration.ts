/** Users whose policies allow data to be read everywhere. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { userPolicies } from '../family/user-policies.ts';

export const dataExfiltration = identityPolicyCheck('data-exfiltration', userPolicies);
