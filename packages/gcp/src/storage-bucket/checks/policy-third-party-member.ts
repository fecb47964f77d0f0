/** Buckets into which the policy lets a third party. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { bucketPolicy } from '../family/bucket-policy.ts';

export const bucketPolicyThirdPartyMember = allowPolicyCheck('third-party-member', bucketPolicy);
