/** Functions whose policy lets everyone in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { functionPolicy } from '../family/function-policy.ts';

export const policyInternetAccessible = resourcePolicyCheck('internet-accessible', functionPolicy);
