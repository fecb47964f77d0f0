/** Service accounts as which strangers may act. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { accountPolicy } from '../family/account-policy.ts';

export const policyUnknownMember = allowPolicyCheck('unknown-member', accountPolicy);
