/** Keys that one member both administers and uses. */
import { gcpExampleWorld, memberCheck } from '@security-monkey/sdk';
import { keyDuties } from '../../resource-manager/family/member-rules.ts';
import { inRing } from '../example.ts';
import { keyPolicy } from '../family/key-policy.ts';

const member = 'user:kim@acme.example';

export const keyKeyDuties = memberCheck(keyPolicy, {
  ...keyDuties,
  bad: [
    ...keyDuties.bad,
    {
      name: 'one who administers the ring and decrypts by the key',
      world: gcpExampleWorld,
      related: inRing({ role: 'roles/cloudkms.admin', members: [member] }),
      grants: [{ role: 'roles/cloudkms.cryptoKeyDecrypter', member }],
      reports: [member],
    },
  ],
});
