/** Who may use a key, by its own policy and by that of its ring, as the checks of the members need it. */
import { type AllowPolicyTarget, exampleBindings } from '@security-monkey/sdk';
import type { kmsKeyConfig } from '../config.ts';
import { inRing, kmsKeyExample } from '../example.ts';
import { kmsKey } from '../watcher.ts';

export const keyPolicy: AllowPolicyTarget<typeof kmsKeyConfig> = {
  watcher: kmsKey,
  name: 'policy',
  noun: 'key',
  path: '/iamPolicy/bindings',
  bindingsOf: ({ iamPolicy }) => iamPolicy?.bindings ?? [],
  inherited: {
    relation: 'key-ring',
    bindingsOf: ({ bindings }) => (Array.isArray(bindings) ? bindings : []),
  },
  example: (grants) => kmsKeyExample({ iamPolicy: { bindings: exampleBindings(grants) } }),
  related: inRing(),
  role: 'roles/cloudkms.cryptoKeyDecrypter',
  link: 'https://cloud.google.com/kms/docs/iam',
};
