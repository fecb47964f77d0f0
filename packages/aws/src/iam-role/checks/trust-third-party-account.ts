/** Roles that third parties may take on. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { roleTrust } from '../family/role-trust.ts';

export const trustThirdPartyAccount = resourcePolicyCheck('third-party-account', roleTrust);
