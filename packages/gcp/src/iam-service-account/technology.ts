/** Service accounts: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { actorRole } from './checks/actor-role.ts';
import { keyNotRotated } from './checks/key-not-rotated.ts';
import { policyPublic } from './checks/policy-public.ts';
import { policyThirdPartyMember } from './checks/policy-third-party-member.ts';
import { policyUnknownMember } from './checks/policy-unknown-member.ts';
import { tooManyKeys } from './checks/too-many-keys.ts';
import { userManagedKey } from './checks/user-managed-key.ts';
import { iamServiceAccount } from './watcher.ts';

export const iamServiceAccountTechnology: Technology = {
  watcher: iamServiceAccount,
  checks: [
    actorRole,
    keyNotRotated,
    policyPublic,
    policyThirdPartyMember,
    policyUnknownMember,
    tooManyKeys,
    userManagedKey,
  ],
};
