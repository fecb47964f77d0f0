/** Projects where one member both makes service accounts and acts as them. */
import { memberCheck } from '@security-monkey/sdk';
import { serviceAccountDuties } from '../../resource-manager/family/member-rules.ts';
import { projectPolicy } from '../family/project-policy.ts';

export const projectServiceAccountDuties = memberCheck(projectPolicy, serviceAccountDuties);
