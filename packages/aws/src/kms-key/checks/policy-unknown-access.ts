/** Keys whose policy lets strangers in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { keyPolicy } from '../family/key-policy.ts';

export const policyUnknownAccess = resourcePolicyCheck('unknown-access', keyPolicy);
