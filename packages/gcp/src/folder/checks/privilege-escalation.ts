/** Folders in which somebody can give themselves more. */
import { memberCheck } from '@security-monkey/sdk';
import { escalationFromAbove } from '../../resource-manager/family/above-examples.ts';
import { privilegeEscalation } from '../../resource-manager/family/member-rules.ts';
import { folderPolicy } from '../family/folder-policy.ts';

export const folderPrivilegeEscalation = memberCheck(folderPolicy, {
  ...privilegeEscalation,
  good: [...privilegeEscalation.good, ...escalationFromAbove.good],
  bad: [...privilegeEscalation.bad, ...escalationFromAbove.bad],
});
