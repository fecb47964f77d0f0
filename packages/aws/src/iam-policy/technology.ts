/** IAM managed policies: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { administratorAccess } from './checks/administrator-access.ts';
import { cloudshellFullAccessAttached } from './checks/cloudshell-full-access-attached.ts';
import { credentialsExposure } from './checks/credentials-exposure.ts';
import { dataExfiltration } from './checks/data-exfiltration.ts';
import { iamFullAccess } from './checks/iam-full-access.ts';
import { identityPolicyMalformed } from './checks/identity-policy-malformed.ts';
import { notAction } from './checks/not-action.ts';
import { notResource } from './checks/not-resource.ts';
import { passRole } from './checks/pass-role.ts';
import { permissionsManagement } from './checks/permissions-management.ts';
import { securityGroupChanges } from './checks/security-group-changes.ts';
import { sensitiveServiceWrite } from './checks/sensitive-service-write.ts';
import { iamPolicy } from './watcher.ts';

export const iamPolicyTechnology: Technology = {
  watcher: iamPolicy,
  checks: [
    administratorAccess,
    cloudshellFullAccessAttached,
    credentialsExposure,
    dataExfiltration,
    iamFullAccess,
    identityPolicyMalformed,
    notAction,
    notResource,
    passRole,
    permissionsManagement,
    securityGroupChanges,
    sensitiveServiceWrite,
  ],
};
