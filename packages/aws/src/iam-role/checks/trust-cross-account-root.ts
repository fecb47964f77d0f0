/** Roles that a whole other account may take on. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { roleTrust } from '../family/role-trust.ts';

export const trustCrossAccountRoot = resourcePolicyCheck('cross-account-root', roleTrust);
