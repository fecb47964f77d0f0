/** S3 buckets: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { aclFriendlyAccount } from './checks/acl-friendly-account.ts';
import { aclInternetAccessible } from './checks/acl-internet-accessible.ts';
import { aclLogDelivery } from './checks/acl-log-delivery.ts';
import { aclThirdPartyAccount } from './checks/acl-third-party-account.ts';
import { aclUnknownAccount } from './checks/acl-unknown-account.ts';
import { loggingDisabled } from './checks/logging-disabled.ts';
import { mfaDeleteDisabled } from './checks/mfa-delete-disabled.ts';
import { noDefaultEncryption } from './checks/no-default-encryption.ts';
import { noPolicy } from './checks/no-policy.ts';
import { plainHttpAllowed } from './checks/plain-http-allowed.ts';
import { policyCrossAccountRoot } from './checks/policy-cross-account-root.ts';
import { policyFriendlyAccount } from './checks/policy-friendly-account.ts';
import { policyInternetAccessible } from './checks/policy-internet-accessible.ts';
import { policyMalformed } from './checks/policy-malformed.ts';
import { policyThirdPartyAccount } from './checks/policy-third-party-account.ts';
import { policyUnknownAccess } from './checks/policy-unknown-access.ts';
import { publicAccessNotBlocked } from './checks/public-access-not-blocked.ts';
import { versioningDisabled } from './checks/versioning-disabled.ts';
import { s3Bucket } from './watcher.ts';

export const s3BucketTechnology: Technology = {
  watcher: s3Bucket,
  checks: [
    aclFriendlyAccount,
    aclInternetAccessible,
    aclLogDelivery,
    aclThirdPartyAccount,
    aclUnknownAccount,
    loggingDisabled,
    mfaDeleteDisabled,
    noDefaultEncryption,
    noPolicy,
    plainHttpAllowed,
    policyCrossAccountRoot,
    policyFriendlyAccount,
    policyInternetAccessible,
    policyMalformed,
    policyThirdPartyAccount,
    policyUnknownAccess,
    publicAccessNotBlocked,
    versioningDisabled,
  ],
};
