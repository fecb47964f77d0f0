/** Keys that everyone may use. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { inRing } from '../example.ts';
import { keyPolicy } from '../family/key-policy.ts';

const member = 'allUsers';
const role = 'roles/cloudkms.cryptoKeyDecrypter';

export const keyPolicyPublic = allowPolicyCheck('public', keyPolicy, {
  frameworks: { 'cis-gcp-5.0': ['1.10'] },
  good: [
    {
      name: 'a ring whose policy names one group',
      related: inRing({ role, members: ['group:shop@acme.example'] }),
      grants: [],
    },
  ],
  bad: [
    {
      name: 'everyone by the policy of its ring',
      related: inRing({ role, members: [member] }),
      grants: [],
      reports: [member],
    },
    {
      name: 'everyone by both policies, told once',
      related: inRing({ role, members: [member] }),
      grants: [{ role, member }],
      reports: [member],
    },
  ],
});
