/** Roles whose trust policy could not be read whole. */
import { resourcePolicyMalformedCheck } from '@security-monkey/sdk';
import { roleTrust } from '../family/role-trust.ts';

export const trustMalformed = resourcePolicyMalformedCheck(roleTrust);
