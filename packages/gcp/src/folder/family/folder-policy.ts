/** The allow policy of a folder, as the checks of its members need it. */
import { type AllowPolicyTarget, exampleBindings } from '@security-monkey/sdk';
import {
  denialsAbove,
  ownDenials,
  readsAbove,
  rolesAbove,
} from '../../resource-manager/family/from-above.ts';
import type { folderConfig } from '../config.ts';
import { folderExample } from '../example.ts';
import { folder } from '../watcher.ts';

export const folderPolicy: AllowPolicyTarget<typeof folderConfig> = {
  watcher: folder,
  name: 'policy',
  noun: 'folder',
  path: '/iamPolicy/bindings',
  bindingsOf: ({ iamPolicy }) => iamPolicy?.bindings ?? [],
  rolesOf: ({ related }) => new Map(rolesAbove(related)),
  denyPoliciesOf: (recorded) => [...ownDenials(recorded), ...denialsAbove(recorded.related)],
  ...readsAbove,
  example: (grants) => folderExample({ iamPolicy: { bindings: exampleBindings(grants) } }),
  role: 'roles/resourcemanager.folderViewer',
  link: 'https://cloud.google.com/iam/docs/granting-changing-revoking-access',
};
