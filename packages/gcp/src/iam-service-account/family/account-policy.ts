/** The allow policy of a service account, as the checks of its members need it. */
import { type AllowPolicyTarget, exampleBindings } from '@security-monkey/sdk';
import type { serviceAccountConfig } from '../config.ts';
import { serviceAccount } from '../example.ts';
import { iamServiceAccount } from '../watcher.ts';

export const accountPolicy: AllowPolicyTarget<typeof serviceAccountConfig> = {
  watcher: iamServiceAccount,
  name: 'policy',
  noun: 'service account',
  path: '/iamPolicy/bindings',
  bindingsOf: ({ iamPolicy }) => iamPolicy?.bindings ?? [],
  example: (grants) => serviceAccount({ iamPolicy: { bindings: exampleBindings(grants) } }),
  role: 'roles/iam.serviceAccountUser',
  link: 'https://cloud.google.com/iam/docs/manage-access-service-accounts',
};
