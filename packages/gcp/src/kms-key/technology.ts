/** Keys: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { keyKeyDuties } from './checks/key-duties.ts';
import { keyNotRotatedOften } from './checks/not-rotated.ts';
import { keyPolicyPublic } from './checks/policy-public.ts';
import { keyPolicyThirdPartyMember } from './checks/policy-third-party-member.ts';
import { keyPolicyUnknownMember } from './checks/policy-unknown-member.ts';
import { kmsKey } from './watcher.ts';

export const kmsKeyTechnology: Technology = {
  watcher: kmsKey,
  checks: [
    keyKeyDuties,
    keyNotRotatedOften,
    keyPolicyPublic,
    keyPolicyThirdPartyMember,
    keyPolicyUnknownMember,
  ],
};
