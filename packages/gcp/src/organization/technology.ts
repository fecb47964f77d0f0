/** Organizations: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { organizationAdminServiceAccount } from './checks/admin-service-account.ts';
import { organizationAuditLogsOff } from './checks/audit-logs-off.ts';
import { organizationBasicRole } from './checks/basic-role.ts';
import { constraintUnset } from './checks/constraint-unset.ts';
import { organizationDefaultAccountEditor } from './checks/default-account-editor.ts';
import { organizationImpersonationRole } from './checks/impersonation-role.ts';
import { organizationKeyDuties } from './checks/key-duties.ts';
import { organizationPolicyPublic } from './checks/policy-public.ts';
import { organizationPolicyThirdPartyMember } from './checks/policy-third-party-member.ts';
import { organizationPolicyUnknownMember } from './checks/policy-unknown-member.ts';
import { organizationPrivilegeEscalation } from './checks/privilege-escalation.ts';
import { organizationServiceAccountDuties } from './checks/service-account-duties.ts';
import { organization } from './watcher.ts';

export const organizationTechnology: Technology = {
  watcher: organization,
  checks: [
    organizationAdminServiceAccount,
    organizationAuditLogsOff,
    organizationBasicRole,
    constraintUnset,
    organizationDefaultAccountEditor,
    organizationImpersonationRole,
    organizationKeyDuties,
    organizationPolicyPublic,
    organizationPolicyThirdPartyMember,
    organizationPolicyUnknownMember,
    organizationPrivilegeEscalation,
    organizationServiceAccountDuties,
  ],
};
