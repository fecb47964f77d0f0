/** Roles whose policies allow data to be read everywhere. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { rolePolicies } from '../family/role-policies.ts';

export const dataExfiltration = identityPolicyCheck('data-exfiltration', rolePolicies);
