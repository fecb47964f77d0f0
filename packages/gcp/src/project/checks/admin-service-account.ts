/** Projects that service accounts administer. */
import { memberCheck } from '@security-monkey/sdk';
import { adminServiceAccount } from '../../resource-manager/family/member-rules.ts';
import { projectPolicy } from '../family/project-policy.ts';

export const projectAdminServiceAccount = memberCheck(projectPolicy, adminServiceAccount);
