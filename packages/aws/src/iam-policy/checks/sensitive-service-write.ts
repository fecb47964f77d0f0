/** Managed policies that allow writing to sensitive services. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { defaultVersion } from '../family/default-version.ts';

export const sensitiveServiceWrite = identityPolicyCheck('sensitive-service-write', defaultVersion);
