/** Managed policies that allow all but some actions. */
import { identityPolicyCheck } from '@security-monkey/sdk';
import { defaultVersion } from '../family/default-version.ts';

export const notAction = identityPolicyCheck('not-action', defaultVersion);
