/** Topics: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { policyCrossAccountRoot } from './checks/policy-cross-account-root.ts';
import { policyEmpty } from './checks/policy-empty.ts';
import { policyFriendlyAccount } from './checks/policy-friendly-account.ts';
import { policyInternetAccessible } from './checks/policy-internet-accessible.ts';
import { policyMalformed } from './checks/policy-malformed.ts';
import { policyThirdPartyAccount } from './checks/policy-third-party-account.ts';
import { policyUnknownAccess } from './checks/policy-unknown-access.ts';
import { subscriptionFriendlyAccount } from './checks/subscription-friendly-account.ts';
import { subscriptionThirdPartyAccount } from './checks/subscription-third-party-account.ts';
import { subscriptionUnknownAccount } from './checks/subscription-unknown-account.ts';
import { snsTopic } from './watcher.ts';

export const snsTopicTechnology: Technology = {
  watcher: snsTopic,
  checks: [
    policyCrossAccountRoot,
    policyEmpty,
    policyFriendlyAccount,
    policyInternetAccessible,
    policyMalformed,
    policyThirdPartyAccount,
    policyUnknownAccess,
    subscriptionFriendlyAccount,
    subscriptionThirdPartyAccount,
    subscriptionUnknownAccount,
  ],
};
