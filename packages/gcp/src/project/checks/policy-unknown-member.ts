/** Projects in which the policy lets strangers in. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { projectPolicy } from '../family/project-policy.ts';

export const projectPolicyUnknownMember = allowPolicyCheck('unknown-member', projectPolicy, {
  frameworks: { 'cis-gcp-5.0': ['1.2'] },
});
