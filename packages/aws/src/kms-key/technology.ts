/** Keys: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { grantFriendlyAccount } from './checks/grant-friendly-account.ts';
import { grantThirdPartyAccount } from './checks/grant-third-party-account.ts';
import { grantUnknownAccount } from './checks/grant-unknown-account.ts';
import { policyCrossAccountRoot } from './checks/policy-cross-account-root.ts';
import { policyFriendlyAccount } from './checks/policy-friendly-account.ts';
import { policyInternetAccessible } from './checks/policy-internet-accessible.ts';
import { policyMalformed } from './checks/policy-malformed.ts';
import { policyThirdPartyAccount } from './checks/policy-third-party-account.ts';
import { policyUnknownAccess } from './checks/policy-unknown-access.ts';
import { rotationDisabled } from './checks/rotation-disabled.ts';
import { kmsKey } from './watcher.ts';

export const kmsKeyTechnology: Technology = {
  watcher: kmsKey,
  checks: [
    grantFriendlyAccount,
    grantThirdPartyAccount,
    grantUnknownAccount,
    policyCrossAccountRoot,
    policyFriendlyAccount,
    policyInternetAccessible,
    policyMalformed,
    policyThirdPartyAccount,
    policyUnknownAccess,
    rotationDisabled,
  ],
};
