/** Managed policies that allow actions on all but some resources. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { defaultVersion } from '../family/default-version.ts';

export const notResource = identityPolicyCheck('not-resource', defaultVersion);
