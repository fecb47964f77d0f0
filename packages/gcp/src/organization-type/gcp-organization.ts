/** The account type `gcp-organization`: an organization of Google Cloud, in which projects are found. */
import { defineAccountType } from '@security-monkey/sdk';
import { budgetKey } from '../account-type/budget.ts';
import { classifyGcpError } from '../account-type/classify.ts';
import { connectOrganization } from '../account-type/connect.ts';
import { consoleOrigin } from '../account-type/console.ts';
import { organizationRoles } from '../account-type/role.ts';
import { inventoryPermissions } from '../asset-inventory/assets.ts';
import { historyPermissions } from '../asset-inventory/history.ts';
import { findProjects } from './discover.ts';
import { organizationFields } from './fields.ts';
import { parseOrganization } from './identifier.ts';
import { probeOrganization } from './probe.ts';

export const gcpOrganization = defineAccountType({
  id: 'gcp-organization',
  title: 'Google Cloud organization',
  identifier: { label: 'Organization id', example: '123456789012', parse: parseOrganization },
  fields: organizationFields,
  consoleOrigin,
  permissions: {
    'cloudresourcemanager:organizations.get': 'resourcemanager.organizations.get',
    'cloudresourcemanager:projects.list': 'resourcemanager.projects.list',
    'cloudresourcemanager:folders.list': 'resourcemanager.folders.list',
    // The projects make these calls, and the organization has to allow them.
    ...inventoryPermissions,
    ...historyPermissions,
  },
  roles: organizationRoles,
  connect: connectOrganization,
  probe: probeOrganization,
  discovery: { finds: 'gcp', find: findProjects },
  classify: classifyGcpError,
  budgetKey,
});
