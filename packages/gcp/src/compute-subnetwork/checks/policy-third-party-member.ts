/** Subnetworks that the policy lets be used by a third party. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { subnetworkPolicy } from '../family/subnetwork-policy.ts';

export const subnetworkPolicyThirdPartyMember = allowPolicyCheck('third-party-member', subnetworkPolicy);
