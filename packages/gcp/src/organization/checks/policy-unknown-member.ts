/** Organizations in which the policy lets strangers in. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { organizationPolicy } from '../family/organization-policy.ts';

export const organizationPolicyUnknownMember = allowPolicyCheck('unknown-member', organizationPolicy, {
  frameworks: { 'cis-gcp-5.0': ['1.2'] },
});
