/** Folders where one member both makes service accounts and acts as them. */
import { memberCheck } from '@security-monkey/sdk';
import { serviceAccountDuties } from '../../resource-manager/family/member-rules.ts';
import { folderPolicy } from '../family/folder-policy.ts';

export const folderServiceAccountDuties = memberCheck(folderPolicy, serviceAccountDuties);
