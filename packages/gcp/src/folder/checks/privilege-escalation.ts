/** Folders in which somebody can give themselves more. */
import { memberCheck } from '@security-monkey/sdk';
import { privilegeEscalation } from '../../resource-manager/family/member-rules.ts';
import { folderPolicy } from '../family/folder-policy.ts';

export const folderPrivilegeEscalation = memberCheck(folderPolicy, privilegeEscalation);
