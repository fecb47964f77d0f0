/** Buckets whose policy lets a whole account in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { bucketPolicy } from '../family/bucket-policy.ts';

export const policyCrossAccountRoot = resourcePolicyCheck('cross-account-root', bucketPolicy);
