/** IAM roles: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { administratorAccess } from './checks/administrator-access.ts';
import { credentialsExposure } from './checks/credentials-exposure.ts';
import { dataExfiltration } from './checks/data-exfiltration.ts';
import { effectiveAdministrator } from './checks/effective-administrator.ts';
import { iamFullAccess } from './checks/iam-full-access.ts';
import { identityPolicyMalformed } from './checks/identity-policy-malformed.ts';
import { notAction } from './checks/not-action.ts';
import { notResource } from './checks/not-resource.ts';
import { passRole } from './checks/pass-role.ts';
import { permissionsManagement } from './checks/permissions-management.ts';
import { privilegeEscalation } from './checks/privilege-escalation.ts';
import { securityGroupChanges } from './checks/security-group-changes.ts';
import { sensitiveServiceWrite } from './checks/sensitive-service-write.ts';
import { trustCrossAccountRoot } from './checks/trust-cross-account-root.ts';
import { trustFriendlyAccount } from './checks/trust-friendly-account.ts';
import { trustInternetAccessible } from './checks/trust-internet-accessible.ts';
import { trustMalformed } from './checks/trust-malformed.ts';
import { trustOpenFederation } from './checks/trust-open-federation.ts';
import { trustThirdPartyAccount } from './checks/trust-third-party-account.ts';
import { trustUnknownAccess } from './checks/trust-unknown-access.ts';
import { trustWithoutExternalId } from './checks/trust-without-external-id.ts';
import { iamRole } from './watcher.ts';

export const iamRoleTechnology: Technology = {
  watcher: iamRole,
  checks: [
    administratorAccess,
    credentialsExposure,
    dataExfiltration,
    effectiveAdministrator,
    iamFullAccess,
    identityPolicyMalformed,
    notAction,
    notResource,
    passRole,
    permissionsManagement,
    privilegeEscalation,
    securityGroupChanges,
    sensitiveServiceWrite,
    trustCrossAccountRoot,
    trustFriendlyAccount,
    trustInternetAccessible,
    trustMalformed,
    trustOpenFederation,
    trustThirdPartyAccount,
    trustUnknownAccess,
    trustWithoutExternalId,
  ],
};
