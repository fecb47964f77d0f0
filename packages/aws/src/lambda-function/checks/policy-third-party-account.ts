/** Functions whose policy lets a third party in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { functionPolicy } from '../family/function-policy.ts';

export const policyThirdPartyAccount = resourcePolicyCheck('third-party-account', functionPolicy);
