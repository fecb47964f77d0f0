/** Functions: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { policyCrossAccountRoot } from './checks/policy-cross-account-root.ts';
import { policyFriendlyAccount } from './checks/policy-friendly-account.ts';
import { policyInternetAccessible } from './checks/policy-internet-accessible.ts';
import { policyMalformed } from './checks/policy-malformed.ts';
import { policyThirdPartyAccount } from './checks/policy-third-party-account.ts';
import { policyUnknownAccess } from './checks/policy-unknown-access.ts';
import { urlWithoutAuthentication } from './checks/url-without-authentication.ts';
import { lambdaFunction } from './watcher.ts';

export const lambdaFunctionTechnology: Technology = {
  watcher: lambdaFunction,
  checks: [
    policyCrossAccountRoot,
    policyFriendlyAccount,
    policyInternetAccessible,
    policyMalformed,
    policyThirdPartyAccount,
    policyUnknownAccess,
    urlWithoutAuthentication,
  ],
};
