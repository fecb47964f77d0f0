/** Folders in which the policy lets strangers in. */
import { allowPolicyCheck } from '@security-monkey/sdk';
import { folderPolicy } from '../family/folder-policy.ts';

export const folderPolicyUnknownMember = allowPolicyCheck('unknown-member', folderPolicy, {
  frameworks: { 'cis-gcp-5.0': ['1.2'] },
});
