/** Managed policies that allow data to be read everywhere. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { defaultVersion } from '../family/default-version.ts';

export const dataExfiltration = identityPolicyCheck('data-exfiltration', defaultVersion);
