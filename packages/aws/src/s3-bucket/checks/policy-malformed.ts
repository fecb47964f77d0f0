/** Buckets whose policy has a part that could not be read. */
import { resourcePolicyMalformedCheck } from '@security-monkey/sdk';
import { bucketPolicy } from '../family/bucket-policy.ts';

export const policyMalformed = resourcePolicyMalformedCheck(bucketPolicy);
