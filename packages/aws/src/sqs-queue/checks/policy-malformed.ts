/** Queues whose policy holds something that cannot be read. */
import { resourcePolicyMalformedCheck } from '@security-monkey/sdk';
import { queuePolicy } from '../family/queue-policy.ts';

export const policyMalformed = resourcePolicyMalformedCheck(queuePolicy);
