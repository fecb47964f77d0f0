/** The allow policy of a project, as the checks of its members need it. */
import { type AllowPolicyTarget, exampleBindings } from '@security-monkey/sdk';
import { ownRoles } from '../../resource-manager/config.ts';
import {
  denialsAbove,
  ownDenials,
  readsAbove,
  rolesAbove,
} from '../../resource-manager/family/from-above.ts';
import type { projectConfig } from '../config.ts';
import { projectExample } from '../example.ts';
import { project } from '../watcher.ts';

export const projectPolicy: AllowPolicyTarget<typeof projectConfig> = {
  watcher: project,
  name: 'policy',
  noun: 'project',
  path: '/iamPolicy/bindings',
  bindingsOf: ({ iamPolicy }) => iamPolicy?.bindings ?? [],
  rolesOf: ({ config: { customRoles = [] }, related }) =>
    new Map([...ownRoles(customRoles), ...rolesAbove(related)]),
  denyPoliciesOf: (recorded) => [...ownDenials(recorded), ...denialsAbove(recorded.related)],
  ...readsAbove,
  example: (grants) => projectExample({ iamPolicy: { bindings: exampleBindings(grants) } }),
  role: 'roles/storage.objectViewer',
  link: 'https://cloud.google.com/iam/docs/granting-changing-revoking-access',
};
