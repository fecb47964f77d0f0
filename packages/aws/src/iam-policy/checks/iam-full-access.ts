/** Managed policies that allow all of IAM. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { defaultVersion } from '../family/default-version.ts';

export const iamFullAccess = identityPolicyCheck('iam-full-access', defaultVersion);
