/** Roles that all of their policies together make administrators. */
import { effectiveAdministratorCheck } from '@security-monkey/sdk';
import { rolePolicies } from '../family/role-policies.ts';

export const effectiveAdministrator = effectiveAdministratorCheck(rolePolicies);
