/** Organizations in which not everything that is read and written is logged. */
import { auditLogsCheck } from '../../resource-manager/family/audit-logs-check.ts';
import { organizationExample } from '../example.ts';
import { organization } from '../watcher.ts';

export const organizationAuditLogsOff = auditLogsCheck({
  watcher: organization,
  noun: 'organization',
  hasAncestors: false,
  nameOf: ({ name }) => name,
  auditConfigsOf: ({ iamPolicy }) => iamPolicy?.auditConfigs ?? [],
  example: (auditConfigs) => organizationExample({ iamPolicy: { bindings: [], auditConfigs } }),
});
