/** Roles that a federation opens to subjects nobody fixed. */
import { trustOpenFederationCheck } from '@security-monkey/sdk';
import { roleTrust } from '../family/role-trust.ts';

export const trustOpenFederation = trustOpenFederationCheck(roleTrust);
