/** Buckets into which the policy lets strangers. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { bucketPolicy } from '../family/bucket-policy.ts';

export const bucketPolicyUnknownMember = allowPolicyCheck('unknown-member', bucketPolicy);
