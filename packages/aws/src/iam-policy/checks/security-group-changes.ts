/** Managed policies that allow security groups to be opened. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { defaultVersion } from '../family/default-version.ts';

export const securityGroupChanges = identityPolicyCheck('security-group-changes', defaultVersion);
