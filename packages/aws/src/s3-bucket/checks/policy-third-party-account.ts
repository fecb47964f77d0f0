/** Buckets whose policy lets a third party in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { bucketPolicy } from '../family/bucket-policy.ts';

export const policyThirdPartyAccount = resourcePolicyCheck('third-party-account', bucketPolicy);
