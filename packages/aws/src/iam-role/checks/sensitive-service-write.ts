/** Roles whose policies allow writing to sensitive services. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { rolePolicies } from '../family/role-policies.ts';

export const sensitiveServiceWrite = identityPolicyCheck('sensitive-service-write', rolePolicies);
