/** Projects in which not everything that is read and written is logged. */
import { auditLogsCheck } from '../../resource-manager/family/audit-logs-check.ts';
import { projectExample } from '../example.ts';
import { project } from '../watcher.ts';

export const projectAuditLogsOff = auditLogsCheck({
  watcher: project,
  noun: 'project',
  hasAncestors: true,
  nameOf: ({ name }) => name,
  auditConfigsOf: ({ iamPolicy }) => iamPolicy?.auditConfigs ?? [],
  example: (auditConfigs) => projectExample({ iamPolicy: { bindings: [], auditConfigs } }),
});
