/** IAM users: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { accessKeyNotRotated } from './checks/access-key-not-rotated.ts';
import { accessKeyUnused } from './checks/access-key-unused.ts';
import { activeAccessKey } from './checks/active-access-key.ts';
import { administratorAccess } from './checks/administrator-access.ts';
import { consoleWithoutMfa } from './checks/console-without-mfa.ts';
import { credentialsExposure } from './checks/credentials-exposure.ts';
import { credentialsUnused } from './checks/credentials-unused.ts';
import { dataExfiltration } from './checks/data-exfiltration.ts';
import { directPermissions } from './checks/direct-permissions.ts';
import { effectiveAdministrator } from './checks/effective-administrator.ts';
import { iamFullAccess } from './checks/iam-full-access.ts';
import { identityPolicyMalformed } from './checks/identity-policy-malformed.ts';
import { inactiveAccessKey } from './checks/inactive-access-key.ts';
import { notAction } from './checks/not-action.ts';
import { notResource } from './checks/not-resource.ts';
import { passRole } from './checks/pass-role.ts';
import { passwordAndAccessKeys } from './checks/password-and-access-keys.ts';
import { permissionsManagement } from './checks/permissions-management.ts';
import { privilegeEscalation } from './checks/privilege-escalation.ts';
import { securityGroupChanges } from './checks/security-group-changes.ts';
import { sensitiveServiceWrite } from './checks/sensitive-service-write.ts';
import { iamUser } from './watcher.ts';

export const iamUserTechnology: Technology = {
  watcher: iamUser,
  checks: [
    accessKeyNotRotated,
    accessKeyUnused,
    activeAccessKey,
    administratorAccess,
    consoleWithoutMfa,
    credentialsExposure,
    credentialsUnused,
    dataExfiltration,
    directPermissions,
    effectiveAdministrator,
    iamFullAccess,
    identityPolicyMalformed,
    inactiveAccessKey,
    notAction,
    notResource,
    passRole,
    passwordAndAccessKeys,
    permissionsManagement,
    privilegeEscalation,
    securityGroupChanges,
    sensitiveServiceWrite,
  ],
};
