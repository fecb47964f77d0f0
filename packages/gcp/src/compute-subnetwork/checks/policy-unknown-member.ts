/** Subnetworks that the policy lets be used by strangers. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { subnetworkPolicy } from '../family/subnetwork-policy.ts';

export const subnetworkPolicyUnknownMember = allowPolicyCheck('unknown-member', subnetworkPolicy);
