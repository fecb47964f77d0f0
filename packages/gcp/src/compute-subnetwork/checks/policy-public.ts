/** Subnetworks that the policy lets be used by everyone. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { subnetworkPolicy } from '../family/subnetwork-policy.ts';

export const subnetworkPolicyPublic = allowPolicyCheck('public', subnetworkPolicy);
