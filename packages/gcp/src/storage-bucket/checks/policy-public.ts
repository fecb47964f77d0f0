/** Buckets into which the policy lets everyone. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { bucketPolicy, bucketWith } from '../family/bucket-policy.ts';

export const bucketPolicyPublic = allowPolicyCheck('public', bucketPolicy, {
  frameworks: { 'cis-gcp-5.0': ['5.1'] },
  good: [
    {
      name: 'everyone, while public access is prevented',
      config: bucketWith([{ role: 'roles/storage.objectViewer', member: 'allUsers' }], 'enforced'),
      grants: [],
    },
  ],
});
