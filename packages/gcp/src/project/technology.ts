/** Projects: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { projectAdminServiceAccount } from './checks/admin-service-account.ts';
import { assetInventoryOff } from './checks/asset-inventory-off.ts';
import { projectAuditLogsOff } from './checks/audit-logs-off.ts';
import { projectBasicRole } from './checks/basic-role.ts';
import { projectDefaultAccountEditor } from './checks/default-account-editor.ts';
import { projectImpersonationRole } from './checks/impersonation-role.ts';
import { projectKeyDuties } from './checks/key-duties.ts';
import { osLoginOff } from './checks/os-login-off.ts';
import { projectPolicyPublic } from './checks/policy-public.ts';
import { projectPolicyThirdPartyMember } from './checks/policy-third-party-member.ts';
import { projectPolicyUnknownMember } from './checks/policy-unknown-member.ts';
import { projectPrivilegeEscalation } from './checks/privilege-escalation.ts';
import { projectSerialPortEnabled } from './checks/serial-port-enabled.ts';
import { projectServiceAccountDuties } from './checks/service-account-duties.ts';
import { project } from './watcher.ts';

export const projectTechnology: Technology = {
  watcher: project,
  checks: [
    projectAdminServiceAccount,
    assetInventoryOff,
    projectAuditLogsOff,
    projectBasicRole,
    projectDefaultAccountEditor,
    projectImpersonationRole,
    projectKeyDuties,
    osLoginOff,
    projectPolicyPublic,
    projectPolicyThirdPartyMember,
    projectPolicyUnknownMember,
    projectPrivilegeEscalation,
    projectSerialPortEnabled,
    projectServiceAccountDuties,
  ],
};
