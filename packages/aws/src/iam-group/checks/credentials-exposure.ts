/** Groups whose policies allow credentials to be read. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { groupOwnPolicies } from '../family/group-own-policies.ts';

export const credentialsExposure = identityPolicyCheck('credentials-exposure', groupOwnPolicies);
