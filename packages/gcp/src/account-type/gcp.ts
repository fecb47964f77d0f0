/** The account type `gcp`: one Google Cloud project. */
import { defineAccountType } from '@security-monkey/sdk';
import { budgetKey } from './budget.ts';
import { classifyGcpError } from './classify.ts';
import { connectProject } from './connect.ts';
import { consoleOrigin } from './console.ts';
import { projectFields } from './fields.ts';
import { parseProject } from './identifier.ts';
import { probeProject } from './probe.ts';
import { projectRoles } from './role.ts';

export const gcp = defineAccountType({
  id: 'gcp',
  title: 'Google Cloud project',
  identifier: { label: 'Project id or number', example: 'acme-web', parse: parseProject },
  fields: projectFields,
  consoleOrigin,
  permissions: {
    'cloudresourcemanager:projects.get': 'resourcemanager.projects.get',
    'cloudresourcemanager:folders.get': 'resourcemanager.folders.get',
  },
  roles: projectRoles,
  connect: connectProject,
  probe: probeProject,
  classify: classifyGcpError,
  budgetKey,
});
