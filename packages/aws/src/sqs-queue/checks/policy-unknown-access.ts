/** Queues whose policy lets strangers in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { queuePolicy } from '../family/queue-policy.ts';

export const policyUnknownAccess = resourcePolicyCheck('unknown-access', queuePolicy);
