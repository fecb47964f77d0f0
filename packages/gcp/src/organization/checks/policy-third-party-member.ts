/** Organizations in which the policy lets a third party in. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { organizationPolicy } from '../family/organization-policy.ts';

export const organizationPolicyThirdPartyMember = allowPolicyCheck('third-party-member', organizationPolicy);
