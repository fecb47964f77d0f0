/** Queues whose policy lets a third party in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { queuePolicy } from '../family/queue-policy.ts';

export const policyThirdPartyAccount = resourcePolicyCheck('third-party-account', queuePolicy);
