/** Keys whose policy lets everyone in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { keyPolicy } from '../family/key-policy.ts';

export const policyInternetAccessible = resourcePolicyCheck('internet-accessible', keyPolicy);
