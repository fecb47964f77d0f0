/** Projects whose default service accounts may change nearly everything. */
import { memberCheck } from '@security-monkey/sdk';
import { defaultAccountEditor } from '../../resource-manager/family/member-rules.ts';
import { projectPolicy } from '../family/project-policy.ts';

export const projectDefaultAccountEditor = memberCheck(projectPolicy, defaultAccountEditor);
