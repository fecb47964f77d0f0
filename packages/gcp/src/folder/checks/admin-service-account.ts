/** Folders that service accounts administer. */
import { memberCheck } from '@security-monkey/sdk';
import { adminServiceAccount } from '../../resource-manager/family/member-rules.ts';
import { folderPolicy } from '../family/folder-policy.ts';

export const folderAdminServiceAccount = memberCheck(folderPolicy, adminServiceAccount);
