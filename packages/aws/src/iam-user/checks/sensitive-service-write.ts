/** Users whose policies allow writing to sensitive services. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { userPolicies } from '../family/user-policies.ts';

export const sensitiveServiceWrite = identityPolicyCheck('sensitive-service-write', userPolicies);
