/** Service accounts as which a third party may act. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { accountPolicy } from '../family/account-policy.ts';

export const policyThirdPartyMember = allowPolicyCheck('third-party-member', accountPolicy);
