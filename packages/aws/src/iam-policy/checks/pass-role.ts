/** Managed policies that allow roles to be passed to services. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { defaultVersion } from '../family/default-version.ts';

export const passRole = identityPolicyCheck('pass-role', defaultVersion);
