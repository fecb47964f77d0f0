/** Functions whose policy holds something that cannot be read. */
import { resourcePolicyMalformedCheck } from '@security-monkey/sdk';
import { functionPolicy } from '../family/function-policy.ts';

export const policyMalformed = resourcePolicyMalformedCheck(functionPolicy);
