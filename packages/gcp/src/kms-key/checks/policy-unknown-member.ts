/** Keys that the policy lets be used by strangers. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { keyPolicy } from '../family/key-policy.ts';

export const keyPolicyUnknownMember = allowPolicyCheck('unknown-member', keyPolicy);
