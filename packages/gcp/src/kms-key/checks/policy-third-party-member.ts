/** Keys that the policy lets be used by a third party. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { keyPolicy } from '../family/key-policy.ts';

export const keyPolicyThirdPartyMember = allowPolicyCheck('third-party-member', keyPolicy);
