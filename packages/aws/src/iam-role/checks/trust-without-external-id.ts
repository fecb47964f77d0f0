/** Roles that a vendor may take on for anybody. */
import { trustWithoutExternalIdCheck } from '@security-monkey/sdk';
import { roleTrust } from '../family/role-trust.ts';

export const trustWithoutExternalId = trustWithoutExternalIdCheck(roleTrust);
