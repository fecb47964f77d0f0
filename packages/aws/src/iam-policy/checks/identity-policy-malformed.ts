/** Managed policies that could not be read whole. */
import { identityPolicyMalformedCheck } from '@security-monkey/sdk';
import { defaultVersion } from '../family/default-version.ts';

export const identityPolicyMalformed = identityPolicyMalformedCheck(defaultVersion);
