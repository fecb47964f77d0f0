/** The AWS plugin: everything that Security Monkey knows of AWS, listed by name. */
import { definePlugin } from '@security-monkey/sdk';
import { aws } from './account-type/aws.ts';
import { adminPortOpenToIpv4 } from './ec2-security-group/checks/admin-port-open-to-ipv4.ts';
import { adminPortOpenToIpv6 } from './ec2-security-group/checks/admin-port-open-to-ipv6.ts';
import { defaultGroupAllowsTraffic } from './ec2-security-group/checks/default-group-allows-traffic.ts';
import { friendlyAccountEgress } from './ec2-security-group/checks/friendly-account-egress.ts';
import { friendlyAccountIngress } from './ec2-security-group/checks/friendly-account-ingress.ts';
import { internetAccessibleEgress } from './ec2-security-group/checks/internet-accessible-egress.ts';
import { internetAccessibleIngress } from './ec2-security-group/checks/internet-accessible-ingress.ts';
import { privateRangeOutsideVpc } from './ec2-security-group/checks/private-range-outside-vpc.ts';
import { thirdPartyAccountEgress } from './ec2-security-group/checks/third-party-account-egress.ts';
import { thirdPartyAccountIngress } from './ec2-security-group/checks/third-party-account-ingress.ts';
import { unknownAccessEgress } from './ec2-security-group/checks/unknown-access-egress.ts';
import { unknownAccessIngress } from './ec2-security-group/checks/unknown-access-ingress.ts';
import { ec2SecurityGroup } from './ec2-security-group/watcher.ts';
import { aclFriendlyAccount } from './s3-bucket/checks/acl-friendly-account.ts';
import { aclInternetAccessible } from './s3-bucket/checks/acl-internet-accessible.ts';
import { aclLogDelivery } from './s3-bucket/checks/acl-log-delivery.ts';
import { aclThirdPartyAccount } from './s3-bucket/checks/acl-third-party-account.ts';
import { aclUnknownAccount } from './s3-bucket/checks/acl-unknown-account.ts';
import { loggingDisabled } from './s3-bucket/checks/logging-disabled.ts';
import { mfaDeleteDisabled } from './s3-bucket/checks/mfa-delete-disabled.ts';
import { noDefaultEncryption } from './s3-bucket/checks/no-default-encryption.ts';
import { noPolicy } from './s3-bucket/checks/no-policy.ts';
import { plainHttpAllowed } from './s3-bucket/checks/plain-http-allowed.ts';
import { policyCrossAccountRoot } from './s3-bucket/checks/policy-cross-account-root.ts';
import { policyFriendlyAccount } from './s3-bucket/checks/policy-friendly-account.ts';
import { policyInternetAccessible } from './s3-bucket/checks/policy-internet-accessible.ts';
import { policyThirdPartyAccount } from './s3-bucket/checks/policy-third-party-account.ts';
import { policyUnknownAccess } from './s3-bucket/checks/policy-unknown-access.ts';
import { publicAccessNotBlocked } from './s3-bucket/checks/public-access-not-blocked.ts';
import { versioningDisabled } from './s3-bucket/checks/versioning-disabled.ts';
import { s3Bucket } from './s3-bucket/watcher.ts';

export default definePlugin({
  name: '@security-monkey/aws',
  accountTypes: [aws],
  watchers: [ec2SecurityGroup, s3Bucket],
  checks: [
    adminPortOpenToIpv4,
    adminPortOpenToIpv6,
    defaultGroupAllowsTraffic,
    friendlyAccountEgress,
    friendlyAccountIngress,
    internetAccessibleEgress,
    internetAccessibleIngress,
    privateRangeOutsideVpc,
    thirdPartyAccountEgress,
    thirdPartyAccountIngress,
    unknownAccessEgress,
    unknownAccessIngress,
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
    policyThirdPartyAccount,
    policyUnknownAccess,
    publicAccessNotBlocked,
    versioningDisabled,
  ],
  alerters: [],
});
