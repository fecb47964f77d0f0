/** Functions whose policy lets a whole account in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { functionPolicy } from '../family/function-policy.ts';

export const policyCrossAccountRoot = resourcePolicyCheck('cross-account-root', functionPolicy);
