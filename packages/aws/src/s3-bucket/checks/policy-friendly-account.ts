/** Buckets whose policy lets another account of ours in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { bucketPolicy } from '../family/bucket-policy.ts';

export const policyFriendlyAccount = resourcePolicyCheck('friendly-account', bucketPolicy);
