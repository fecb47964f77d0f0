/** Folders where one member both administers keys and uses them. */
import { memberCheck } from '@security-monkey/sdk';
import { keyDuties } from '../../resource-manager/family/member-rules.ts';
import { folderPolicy } from '../family/folder-policy.ts';

export const folderKeyDuties = memberCheck(folderPolicy, keyDuties);
