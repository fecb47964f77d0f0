/** Queues whose policy lets everyone in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { queuePolicy } from '../family/queue-policy.ts';

export const policyInternetAccessible = resourcePolicyCheck('internet-accessible', queuePolicy);
