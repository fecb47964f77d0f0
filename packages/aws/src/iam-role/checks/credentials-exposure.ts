/** Roles whose policies allow credentials to be read. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { rolePolicies } from '../family/role-policies.ts';

export const credentialsExposure = identityPolicyCheck('credentials-exposure', rolePolicies);
