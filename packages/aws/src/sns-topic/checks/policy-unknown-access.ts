/** Topics whose policy lets strangers in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { topicPolicy } from '../family/topic-policy.ts';

export const policyUnknownAccess = resourcePolicyCheck('unknown-access', topicPolicy);
