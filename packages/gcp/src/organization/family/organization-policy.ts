/** The allow policy of an organization, as the checks of its members need it. */
import { type AllowPolicyTarget, exampleBindings } from '@security-monkey/sdk';
import { ownRoles } from '../../resource-manager/config.ts';
import { ownDenials } from '../../resource-manager/family/from-above.ts';
import type { organizationConfig } from '../config.ts';
import { organizationExample } from '../example.ts';
import { organization } from '../watcher.ts';

export const organizationPolicy: AllowPolicyTarget<typeof organizationConfig> = {
  watcher: organization,
  name: 'policy',
  noun: 'organization',
  path: '/iamPolicy/bindings',
  bindingsOf: ({ iamPolicy }) => iamPolicy?.bindings ?? [],
  rolesOf: ({ config: { customRoles = [] } }) => new Map(ownRoles(customRoles)),
  denyPoliciesOf: ownDenials,
  example: (grants) => organizationExample({ iamPolicy: { bindings: exampleBindings(grants) } }),
  role: 'roles/resourcemanager.organizationViewer',
  link: 'https://cloud.google.com/iam/docs/granting-changing-revoking-access',
};
