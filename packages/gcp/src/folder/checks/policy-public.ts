/** Folders in which the policy lets everyone in. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { folderPolicy } from '../family/folder-policy.ts';

export const folderPolicyPublic = allowPolicyCheck('public', folderPolicy);
