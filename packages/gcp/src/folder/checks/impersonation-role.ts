/** Folders in which somebody may act as every service account. */
import { memberCheck } from '@security-monkey/sdk';
import { impersonationFromAbove } from '../../resource-manager/family/above-examples.ts';
import { impersonationRole } from '../../resource-manager/family/member-rules.ts';
import { folderPolicy } from '../family/folder-policy.ts';

export const folderImpersonationRole = memberCheck(folderPolicy, {
  ...impersonationRole,
  good: [...impersonationRole.good, ...impersonationFromAbove.good],
  bad: [...impersonationRole.bad, ...impersonationFromAbove.bad],
});
