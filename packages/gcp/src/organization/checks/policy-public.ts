/** Organizations in which the policy lets everyone in. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { organizationPolicy } from '../family/organization-policy.ts';

export const organizationPolicyPublic = allowPolicyCheck('public', organizationPolicy);
