/** Folders in which not everything that is read and written is logged. */
import { auditLogsCheck } from '../../resource-manager/family/audit-logs-check.ts';
import { folderExample } from '../example.ts';
import { folder } from '../watcher.ts';

export const folderAuditLogsOff = auditLogsCheck({
  watcher: folder,
  noun: 'folder',
  hasAncestors: true,
  nameOf: ({ name }) => name,
  auditConfigsOf: ({ iamPolicy }) => iamPolicy?.auditConfigs ?? [],
  example: (auditConfigs) => folderExample({ iamPolicy: { bindings: [], auditConfigs } }),
});
