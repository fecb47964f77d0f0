/** Organizations on which somebody holds a basic role. */
import { memberCheck } from '@security-monkey/sdk';
import { basicRole } from '../../resource-manager/family/member-rules.ts';
import { organizationPolicy } from '../family/organization-policy.ts';

export const organizationBasicRole = memberCheck(organizationPolicy, basicRole);
