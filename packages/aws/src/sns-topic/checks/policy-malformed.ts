/** Topics whose policy holds something that cannot be read. */
import { resourcePolicyMalformedCheck } from '@security-monkey/sdk';
import { topicPolicy } from '../family/topic-policy.ts';

export const policyMalformed = resourcePolicyMalformedCheck(topicPolicy);
