/** Folders on which somebody holds a basic role. */
import { memberCheck } from '@security-monkey/sdk';
import { basicRole } from '../../resource-manager/family/member-rules.ts';
import { folderPolicy } from '../family/folder-policy.ts';

export const folderBasicRole = memberCheck(folderPolicy, basicRole);
