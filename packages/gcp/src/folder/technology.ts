/** Folders: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { folderAdminServiceAccount } from './checks/admin-service-account.ts';
import { folderAuditLogsOff } from './checks/audit-logs-off.ts';
import { folderBasicRole } from './checks/basic-role.ts';
import { folderDefaultAccountEditor } from './checks/default-account-editor.ts';
import { folderImpersonationRole } from './checks/impersonation-role.ts';
import { folderKeyDuties } from './checks/key-duties.ts';
import { folderPolicyPublic } from './checks/policy-public.ts';
import { folderPolicyThirdPartyMember } from './checks/policy-third-party-member.ts';
import { folderPolicyUnknownMember } from './checks/policy-unknown-member.ts';
import { folderPrivilegeEscalation } from './checks/privilege-escalation.ts';
import { folderServiceAccountDuties } from './checks/service-account-duties.ts';
import { folder } from './watcher.ts';

export const folderTechnology: Technology = {
  watcher: folder,
  checks: [
    folderAdminServiceAccount,
    folderAuditLogsOff,
    folderBasicRole,
    folderDefaultAccountEditor,
    folderImpersonationRole,
    folderKeyDuties,
    folderPolicyPublic,
    folderPolicyThirdPartyMember,
    folderPolicyUnknownMember,
    folderPrivilegeEscalation,
    folderServiceAccountDuties,
  ],
};
