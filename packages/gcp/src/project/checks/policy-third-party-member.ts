/** Projects in which the policy lets a third party in. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { projectPolicy } from '../family/project-policy.ts';

export const projectPolicyThirdPartyMember = allowPolicyCheck('third-party-member', projectPolicy);
