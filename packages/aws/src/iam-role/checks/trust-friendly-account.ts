/** Roles that friendly accounts may take on. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { roleTrust } from '../family/role-trust.ts';

export const trustFriendlyAccount = resourcePolicyCheck('friendly-account', roleTrust);
