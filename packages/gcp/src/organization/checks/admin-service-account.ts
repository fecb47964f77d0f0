/** Organizations that service accounts administer. */
import { memberCheck } from '@security-monkey/sdk';
import { adminServiceAccount } from '../../resource-manager/family/member-rules.ts';
import { organizationPolicy } from '../family/organization-policy.ts';

export const organizationAdminServiceAccount = memberCheck(organizationPolicy, adminServiceAccount);
