/** Buckets whose policy lets everyone in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { bucketPolicy } from '../family/bucket-policy.ts';

export const policyInternetAccessible = resourcePolicyCheck('internet-accessible', bucketPolicy);
