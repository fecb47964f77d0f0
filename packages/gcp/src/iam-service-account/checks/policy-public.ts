/** Service accounts as which everyone may act. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { accountPolicy } from '../family/account-policy.ts';

export const policyPublic = allowPolicyCheck('public', accountPolicy);
