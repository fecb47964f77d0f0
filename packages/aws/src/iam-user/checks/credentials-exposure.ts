/** Users whose policies allow credentials to be read. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { userPolicies } from '../family/user-policies.ts';

export const credentialsExposure = identityPolicyCheck('credentials-exposure', userPolicies);
