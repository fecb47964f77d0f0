/** Users that all of their policies together make administrators. */
import { effectiveAdministratorCheck } from '@security-monkey/sdk';
import { userPolicies } from '../family/user-policies.ts';

export const effectiveAdministrator = effectiveAdministratorCheck(userPolicies);
