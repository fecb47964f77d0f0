/** Topics whose policy lets everyone in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { topicPolicy } from '../family/topic-policy.ts';

export const policyInternetAccessible = resourcePolicyCheck('internet-accessible', topicPolicy);
