/** Functions whose policy lets another account of ours in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { functionPolicy } from '../family/function-policy.ts';

export const policyFriendlyAccount = resourcePolicyCheck('friendly-account', functionPolicy);
