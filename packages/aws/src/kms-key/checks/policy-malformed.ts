/** Keys whose policy holds something that cannot be read. */
import { resourcePolicyMalformedCheck } from '@security-monkey/sdk';
import { keyPolicy } from '../family/key-policy.ts';

export const policyMalformed = resourcePolicyMalformedCheck(keyPolicy);
