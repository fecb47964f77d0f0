/** Groups whose policies allow writing to sensitive services. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { groupOwnPolicies } from '../family/group-own-policies.ts';

export const sensitiveServiceWrite = identityPolicyCheck('sensitive-service-write', groupOwnPolicies);
