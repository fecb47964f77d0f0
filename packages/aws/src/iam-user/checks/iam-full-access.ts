/** Users whose policies allow all of IAM. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { userPolicies } from '../family/user-policies.ts';

export const iamFullAccess = identityPolicyCheck('iam-full-access', userPolicies);
