/** The allow policy of a subnetwork, as the checks of its members need it. */
import { type AllowPolicyTarget, exampleBindings } from '@security-monkey/sdk';
import type { subnetworkConfig } from '../config.ts';
import { subnetwork } from '../example.ts';
import { computeSubnetwork } from '../watcher.ts';

export const subnetworkPolicy: AllowPolicyTarget<typeof subnetworkConfig> = {
  watcher: computeSubnetwork,
  name: 'policy',
  noun: 'subnetwork',
  path: '/iamPolicy/bindings',
  bindingsOf: ({ iamPolicy }) => iamPolicy?.bindings ?? [],
  example: (grants) => subnetwork({ iamPolicy: { bindings: exampleBindings(grants) } }),
  role: 'roles/compute.networkUser',
  link: 'https://cloud.google.com/vpc/docs/shared-vpc',
};
