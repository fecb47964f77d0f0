/** Keys whose policy lets a third party in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { keyPolicy } from '../family/key-policy.ts';

export const policyThirdPartyAccount = resourcePolicyCheck('third-party-account', keyPolicy);
