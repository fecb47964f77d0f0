/** Organizations where one member both makes service accounts and acts as them. */
import { memberCheck } from '@security-monkey/sdk';
import { serviceAccountDuties } from '../../resource-manager/family/member-rules.ts';
import { organizationPolicy } from '../family/organization-policy.ts';

export const organizationServiceAccountDuties = memberCheck(organizationPolicy, serviceAccountDuties);
