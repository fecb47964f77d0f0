/** Queues whose policy lets a whole account in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { queuePolicy } from '../family/queue-policy.ts';

export const policyCrossAccountRoot = resourcePolicyCheck('cross-account-root', queuePolicy);
