/** Organizations in which somebody may act as every service account. */
import { memberCheck } from '@security-monkey/sdk';
import { impersonationRole } from '../../resource-manager/family/member-rules.ts';
import { organizationPolicy } from '../family/organization-policy.ts';

export const organizationImpersonationRole = memberCheck(organizationPolicy, impersonationRole);
