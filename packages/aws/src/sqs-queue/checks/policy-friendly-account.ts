/** Queues whose policy lets another account of ours in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { queuePolicy } from '../family/queue-policy.ts';

export const policyFriendlyAccount = resourcePolicyCheck('friendly-account', queuePolicy);
