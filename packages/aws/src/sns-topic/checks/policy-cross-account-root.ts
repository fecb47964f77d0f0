/** Topics whose policy lets a whole account in. */
import { resourcePolicyCheck } from '@security-monkey/sdk';
import { topicPolicy } from '../family/topic-policy.ts';

export const policyCrossAccountRoot = resourcePolicyCheck('cross-account-root', topicPolicy);
