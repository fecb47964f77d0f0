/** Functions whose policy lets strangers in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { functionPolicy } from '../family/function-policy.ts';

export const policyUnknownAccess = resourcePolicyCheck('unknown-access', functionPolicy);
