/** Topics whose policy lets another account of ours in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { topicPolicy } from '../family/topic-policy.ts';

export const policyFriendlyAccount = resourcePolicyCheck('friendly-account', topicPolicy);
