/** Managed policies that allow permissions to be changed. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { defaultVersion } from '../family/default-version.ts';

export const permissionsManagement = identityPolicyCheck('permissions-management', defaultVersion);
