/** Managed policies that allow everything. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { defaultVersion } from '../family/default-version.ts';

export const administratorAccess = identityPolicyCheck('administrator-access', defaultVersion);
