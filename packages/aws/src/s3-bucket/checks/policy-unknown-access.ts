/** Buckets whose policy lets strangers in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { bucketPolicy } from '../family/bucket-policy.ts';

export const policyUnknownAccess = resourcePolicyCheck('unknown-access', bucketPolicy);
