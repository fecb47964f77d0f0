/** Projects where one member both administers keys and uses them. */
import { memberCheck } from '@security-monkey/sdk';
import { keyDuties } from '../../resource-manager/family/member-rules.ts';
import { projectPolicy } from '../family/project-policy.ts';

export const projectKeyDuties = memberCheck(projectPolicy, keyDuties);
