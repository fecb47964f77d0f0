/** Managed policies that allow credentials to be read. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { defaultVersion } from '../family/default-version.ts';

export const credentialsExposure = identityPolicyCheck('credentials-exposure', defaultVersion);
