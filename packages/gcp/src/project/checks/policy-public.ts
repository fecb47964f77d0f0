/** Projects in which the policy lets everyone in. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { projectPolicy } from '../family/project-policy.ts';

export const projectPolicyPublic = allowPolicyCheck('public', projectPolicy);
