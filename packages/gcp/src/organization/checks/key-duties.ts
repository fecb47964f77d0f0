/** Organizations where one member both administers keys and uses them. */
import { memberCheck } from '@security-monkey/sdk';
import { keyDuties } from '../../resource-manager/family/member-rules.ts';
import { organizationPolicy } from '../family/organization-policy.ts';

export const organizationKeyDuties = memberCheck(organizationPolicy, keyDuties);
