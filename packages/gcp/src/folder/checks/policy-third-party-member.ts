/** Folders in which the policy lets a third party in. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { folderPolicy } from '../family/folder-policy.ts';

export const folderPolicyThirdPartyMember = allowPolicyCheck('third-party-member', folderPolicy);
