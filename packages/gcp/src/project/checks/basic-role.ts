/** Projects on which somebody holds a basic role. */
import { memberCheck } from '@security-monkey/sdk';
import { basicRole } from '../../resource-manager/family/member-rules.ts';
import { projectPolicy } from '../family/project-policy.ts';

export const projectBasicRole = memberCheck(projectPolicy, basicRole);
