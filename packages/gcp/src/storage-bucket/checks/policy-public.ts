/** Buckets into which the policy lets everyone. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { bucketPolicy, bucketWith } from '../family/bucket-policy.ts';

export const bucketPolicyPublic = allowPolicyCheck('public', bucketPolicy, {
  fix: 'Take allUsers and allAuthenticatedUsers out of the policy, or enforce public access prevention on the bucket. An organization policy that enforces it keeps everyone out too; it is not counted here, since a tag may exempt a bucket from it.',
  frameworks: { 'cis-gcp-5.0': ['5.1'] },
  good: [
    {
      name: 'everyone, while public access is prevented',
      config: bucketWith([{ role: 'roles/storage.objectViewer', member: 'allUsers' }], 'enforced'),
      grants: [],
    },
  ],
});
