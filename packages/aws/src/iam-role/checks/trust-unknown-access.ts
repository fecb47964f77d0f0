/** Roles that strangers may take on. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { roleTrust } from '../family/role-trust.ts';

export const trustUnknownAccess = resourcePolicyCheck('unknown-access', roleTrust);
