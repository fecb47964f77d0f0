/** Keys whose policy lets a whole account in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { keyPolicy } from '../family/key-policy.ts';

export const policyCrossAccountRoot = resourcePolicyCheck('cross-account-root', keyPolicy);
