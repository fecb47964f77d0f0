/** Keys whose policy lets another account of ours in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { keyPolicy } from '../family/key-policy.ts';

export const policyFriendlyAccount = resourcePolicyCheck('friendly-account', keyPolicy);
