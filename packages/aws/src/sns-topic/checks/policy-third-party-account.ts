/** Topics whose policy lets a third party in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { topicPolicy } from '../family/topic-policy.ts';

export const policyThirdPartyAccount = resourcePolicyCheck('third-party-account', topicPolicy);
