/** Roles whose policies allow all of IAM. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { rolePolicies } from '../family/role-policies.ts';

export const iamFullAccess = identityPolicyCheck('iam-full-access', rolePolicies);
