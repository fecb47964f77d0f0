/** Folders that default service accounts of a project may change. */
import { memberCheck } from '@security-monkey/sdk';
import { defaultAccountEditor } from '../../resource-manager/family/member-rules.ts';
import { folderPolicy } from '../family/folder-policy.ts';

export const folderDefaultAccountEditor = memberCheck(folderPolicy, defaultAccountEditor);
