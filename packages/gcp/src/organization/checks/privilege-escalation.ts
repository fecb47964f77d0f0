/** Organizations in which somebody can give themselves more. */
import { memberCheck } from '@security-monkey/sdk';
import { privilegeEscalation } from '../../resource-manager/family/member-rules.ts';
import { organizationPolicy } from '../family/organization-policy.ts';

export const organizationPrivilegeEscalation = memberCheck(organizationPolicy, privilegeEscalation);
