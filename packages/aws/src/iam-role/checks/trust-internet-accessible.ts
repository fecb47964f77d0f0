/** Roles that everyone may take on. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { roleTrust } from '../family/role-trust.ts';

export const trustInternetAccessible = resourcePolicyCheck('internet-accessible', roleTrust);
