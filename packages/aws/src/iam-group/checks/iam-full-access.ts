/** Groups whose policies allow all of IAM. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { groupOwnPolicies } from '../family/group-own-policies.ts';

export const iamFullAccess = identityPolicyCheck('iam-full-access', groupOwnPolicies);
