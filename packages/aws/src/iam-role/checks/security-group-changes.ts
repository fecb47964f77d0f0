/** Roles whose policies allow security groups to be opened. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { rolePolicies } from '../family/role-policies.ts';

export const securityGroupChanges = identityPolicyCheck('security-group-changes', rolePolicies);
