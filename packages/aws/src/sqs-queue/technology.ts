/** Queues: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { notEncrypted } from './checks/not-encrypted.ts';
import { policyCrossAccountRoot } from './checks/policy-cross-account-root.ts';
import { policyFriendlyAccount } from './checks/policy-friendly-account.ts';
import { policyInternetAccessible } from './checks/policy-internet-accessible.ts';
import { policyMalformed } from './checks/policy-malformed.ts';
import { policyThirdPartyAccount } from './checks/policy-third-party-account.ts';
import { policyUnknownAccess } from './checks/policy-unknown-access.ts';
import { sqsQueue } from './watcher.ts';

export const sqsQueueTechnology: Technology = {
  watcher: sqsQueue,
  checks: [
    notEncrypted,
    policyCrossAccountRoot,
    policyFriendlyAccount,
    policyInternetAccessible,
    policyMalformed,
    policyThirdPartyAccount,
    policyUnknownAccess,
  ],
};
